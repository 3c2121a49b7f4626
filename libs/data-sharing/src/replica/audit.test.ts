import type { PageQuestion } from '@jobly/contracts';
import { DELETE, INSERT, RENAME, twoServices } from './two-services.fixture';

let services: Awaited<ReturnType<typeof twoServices>>;
beforeAll(async () => {
  services = await twoServices();
}, 60_000);
afterEach(() => services.clear());
afterAll(() => services.remove(), 60_000);

/** Two full pages and a part of a third. */
const MANY = 2_500;
const fill = (count = MANY) =>
  services.changeSilently(
    `INSERT INTO companies (handle, name, description) SELECT 'c-' || n, 'C ' || n, '' FROM generate_series(1, $1::int) AS n`,
    [count],
  );

async function expectAlike() {
  expect(await services.copied()).toEqual(await services.owned());
}

/** Answers as the owner does, and lets something happen before the answer arrives. */
const answering = (meanwhile: () => Promise<unknown>) => async (question: PageQuestion<string>) => {
  const rows = await services.pages(question);
  await meanwhile();
  return rows;
};

const deliver = async () => {
  for (const rows of await services.events()) await services.copies.apply(rows);
};

describe('an audit', () => {
  it('builds all copies where there are none, and then finds nothing to repair', async () => {
    await fill();
    expect(await services.audited()).toEqual({ records: MANY, repaired: MANY });
    await expectAlike();
    const answers: unknown[] = [];
    const again = await services.audited(async (question) => {
      const answer = await services.pages(question);
      answers.push(answer);
      return answer;
    });
    expect(again).toEqual({ records: MANY, repaired: 0 });
    expect(answers).toEqual([null, null, null]);
  });

  it('repairs what no event has told: created, changed and deleted, on any page', async () => {
    await fill();
    await services.audited();
    await services.changeSilently(INSERT, ['b', 'Before all others']);
    await services.changeSilently(INSERT, ['zz', 'After all others']);
    await services.changeSilently(RENAME, ['c-2000', 'Changed']);
    await services.changeSilently(`DELETE FROM companies WHERE handle LIKE 'c-15%'`);
    expect(await services.audited()).toMatchObject({ repaired: 3 + 111 });
    await expectAlike();
  });

  it('is not undone by an earlier state that is told late, though nobody recorded the change from it', async () => {
    await services.change(INSERT, ['acme', 'As recorded']);
    await services.changeSilently(RENAME, ['acme', 'As switched to']);
    await services.audited();
    await deliver();
    expect(await services.copied()).toEqual([{ handle: 'acme', name: 'As switched to' }]);
    await services.change(RENAME, ['acme', 'As followed']);
    await deliver();
    await expectAlike();
  });

  it('is right about a change that nobody recorded, though an earlier one is told before the owner has answered', async () => {
    await services.change(INSERT, ['acme', 'As recorded']);
    await services.changeSilently(RENAME, ['acme', 'As switched to']);
    await services.audited(answering(deliver));
    expect(await services.copied()).toEqual([{ handle: 'acme', name: 'As switched to' }]);
  });

  it('removes what is left over if the owner has lost nearly everything, a page at a time', async () => {
    await fill();
    await services.audited();
    await services.changeSilently(`DELETE FROM companies WHERE handle <> 'c-7'`);
    let pages = 0;
    await services.audited(answering(async () => (pages += 1)));
    expect(pages).toBe(3);
    expect(await services.copied()).toEqual([{ handle: 'c-7', name: 'C 7' }]);
  });

  it('believes an owner whose versions are older, since its database was restored', async () => {
    for (const handle of ['acme', 'bolt', 'cog']) await services.change(INSERT, [handle, `${handle} lost`]);
    await services.change(DELETE, ['cog']);
    await deliver();
    await services.changeSilently('TRUNCATE companies');
    for (const handle of ['acme', 'cog']) {
      const text = `INSERT INTO companies (handle, name, description, version) VALUES ($1, $2, '', 2)`;
      await services.changeSilently(text, [handle, `${handle} restored`]);
    }
    expect(await services.audited()).toEqual({ records: 2, repaired: 3 });
    await expectAlike();
  });

  it('finds a copy that has the right version and a wrong content', async () => {
    await fill(3);
    await services.audited();
    await services.inCopies(`UPDATE company_copies SET content = content || '{"name": "Wrong"}' WHERE key = 'c-2'`);
    expect(await services.audited()).toMatchObject({ repaired: 1 });
    await expectAlike();
  });

  it.each([
    ['a change', RENAME, ['c-2', 'Changed']],
    ['a deletion', DELETE, ['c-2']],
    ['a creation', INSERT, ['c-0', 'Created']],
  ])('does not undo %s whose event overtakes the answer', async (_, text, values) => {
    await fill(3);
    await services.audited();
    await services.inCopies(`DELETE FROM company_copies WHERE key = 'c-3'`);
    await services.audited(
      answering(async () => {
        await services.change(text, values);
        await deliver();
      }),
    );
    await expectAlike();
  });

  it('can end at any page, and the next goes on from what there is', async () => {
    await fill();
    const killed = new AbortController();
    const kill = async () => killed.abort();
    await expect(services.audited(answering(kill), killed.signal)).rejects.toThrow('aborted');
    expect(await services.copied()).toHaveLength(1_000);
    expect(await services.audited()).toEqual({ records: MANY, repaired: MANY - 1_000 });
    await expectAlike();
  });

  it('can run several times at once, while events arrive', async () => {
    await fill();
    const changing = async () => {
      for (let n = 1; n <= 40; n += 1) {
        await services.change(RENAME, [`c-${n * 50}`, `Changed ${n}`]);
        await deliver();
      }
    };
    await Promise.all([services.audited(), changing(), services.audited(), services.audited()]);
    await expectAlike();
  });

  it('forgets deletions after 30 days, and no earlier', async () => {
    await services.copies.apply(['old', 'new'].map((key) => ({ key, version: 3, content: null })));
    await services.inCopies(`UPDATE company_copies SET applied_at = now() - interval '31 days' WHERE key = 'old'`);
    await services.audited();
    expect(await services.inCopies('SELECT key FROM company_copies')).toEqual([{ key: 'new' }]);
  });

  it('fails if the owner does, and touches nothing', async () => {
    await fill(3);
    await services.audited();
    await expect(services.audited(() => Promise.reject(new Error('The owner is down')))).rejects.toThrow('down');
    await expectAlike();
  });
});
