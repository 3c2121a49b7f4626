import { operations } from '@jobly/contracts';
import { migratedDatabases } from './schemas.fixture';

let databases: Awaited<ReturnType<typeof migratedDatabases>>;
beforeAll(async () => {
  databases = await migratedDatabases();
});
afterAll(() => databases.remove());

const LAST_CODE_POINT = 0x10ffff;
/**
 * "Unassigned" depends on the version of Unicode's tables; a name in NFC contains neither surrogates nor characters of
 * another form.
 */
const IS_OUT_OF_QUESTION = /^[\p{Cn}\p{Cs}]$/u;
/** A hundred thousand characters of one kind; the edges suffice. */
const IS_ONE_OF_VERY_MANY = /^[\p{Co}\p{Script=Han}\p{Script=Hangul}]$/u;
const EDGES = [
  0x3400, 0x4e00, 0x9fff, 0xac00, 0xd7a3, 0xe000, 0xf8ff, 0x2_0000, 0xf_0000, 0xf_fffd, 0x10_0000, 0x10_fffd,
];

function characters(): string[] {
  const all = Array.from({ length: LAST_CODE_POINT }, (_, at) => String.fromCodePoint(at + 1));
  return [
    ...all.filter((one) => !IS_ONE_OF_VERY_MANY.test(one)),
    ...EDGES.map((code) => String.fromCodePoint(code)),
  ].filter((one) => !IS_OUT_OF_QUESTION.test(one) && one === one.normalize('NFC'));
}

/** The names that the database rejects, by its own rule. */
async function refusedByDatabase(usernames: string[]): Promise<Set<string>> {
  const pool = databases.pool('users-service');
  const { rows: rules } = await pool.query<{ rule: string }>(
    `SELECT pg_get_expr(conbin, conrelid) AS rule FROM pg_constraint WHERE conname = 'users_username_check'`,
  );
  const { rows } = await pool.query<{ username: string }>(
    `SELECT username FROM unnest($1::text[]) AS username WHERE NOT (${rules[0]!.rule})`,
    [usernames],
  );
  return new Set(rows.map(({ username }) => username));
}

describe('The rule for usernames in the database', () => {
  it('is the one of the contract, character by character, but for what Unicode has not assigned', async () => {
    const usernames = characters().map((character) => `-${character}-`);
    const refused = await refusedByDatabase(usernames);
    const isTaken = (username: string) => operations.getUser.params.safeParse({ username }).success;
    expect(usernames.filter((username) => isTaken(username) === refused.has(username))).toEqual([]);
    expect(refused.size).toBeGreaterThan(200);
    expect(usernames.length - refused.size).toBeGreaterThan(40_000);
  });
});
