import { Failure } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { type Account, exchange } from '@jobly/lab/system-under-test';
import type { Front } from './fronts';

/** A request for somebody's profile, and its required outcome. */
interface Attempt {
  what: string;
  whose: Account;
  /** Anonymous if not given. */
  by?: Account;
  status: number;
}

/**
 * Has two users ask for their own profiles and for each other's, and somebody who is not logged in.
 * @throws Failure for an answer that is not meant for its recipient, and for an answer to a user that did not come from
 * the stack
 */
export async function privacyTable({ stacks, sessions }: MeasuredScene, fronts: readonly Front[]): Promise<Table> {
  const rows: string[][] = [];
  let head: string[] = [];
  for (const front of fronts) {
    const [one, other] = sessions.at(stacks[front.stack].origin).accounts;
    const attempts = attemptsOf(one!, other!);
    head = ['arm', ...attempts.map(({ what }) => what)];
    const cells: string[] = [];
    for (const attempt of attempts) cells.push(await answerTo(attempt, front));
    rows.push([front.name, ...cells]);
  }
  return {
    title: 'Nothing personal from the cache',
    note: 'Profiles of two users, A and B, asked for in this order: the status of each answer, and what nginx says of it in X-Cache. A request with a token is always passed on, and its answer never kept.',
    head,
    rows,
  };
}

const attemptsOf = (one: Account, other: Account): Attempt[] => [
  { what: 'A’s, to A', whose: one, by: one, status: 200 },
  { what: 'B’s, to B', whose: other, by: other, status: 200 },
  { what: 'A’s, to B', whose: one, by: other, status: 403 },
  { what: 'A’s, to nobody', whose: one, status: 401 },
  { what: 'A’s, to A again', whose: one, by: one, status: 200 },
];

async function answerTo({ what, whose, by, status }: Attempt, { name, ttl, nginx }: Front): Promise<string> {
  const path = `/users/${whose.username}`;
  const answer = await exchange(nginx.origin, { method: 'GET', path, ...(by && { token: by.token }) });
  const { 'x-cache': fromCache = '' } = answer.headers;
  const shown = (answer.body as { user?: { username: string } }).user?.username;
  if (answer.status !== status || shown !== (status === 200 ? whose.username : undefined)) {
    throw new Failure(`${name} answers ${answer.status} where ${status} is due: a profile of ${what}.`);
  }
  if (by && ttl.seconds > 0 && fromCache !== 'BYPASS') {
    throw new Failure(`${name} does not pass on what a user asks (X-Cache: ${fromCache}): a profile of ${what}.`);
  }
  return [String(status), fromCache].join(' ').trim();
}
