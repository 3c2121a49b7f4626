import { StartError } from '@jobly/contracts';
import { callers } from './generate/names';
import { type Exchange, exchange } from './http/exchange';
import { type Wire, utf8, wireOf } from './http/wire';
import type { JobNames } from './judge/alike';

/** One of the two stacks, and what later requests need of its earlier answers. */
export interface Side {
  /** Sends a request with its placeholders filled in. */
  send: (wire: Wire) => Promise<Exchange>;
  /** The request as this stack gets it. Tokens stay placeholders: they would be of no use in a report. */
  shown: (wire: Wire) => Wire;
  jobs: JobNames;
}

const SEEDED_JOBS = 200;

const post = (path: string, body: object, token?: string): Wire => {
  const text = utf8(JSON.stringify(body));
  const headers: [string, string][] = [
    ['Host', 'localhost'],
    ['Connection', 'close'],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(text.length)],
  ];
  if (token) headers.push(['Authorization', `Bearer ${token}`]);
  return wireOf({ method: 'POST', target: path, version: 'HTTP/1.1', headers, body: text });
};

/**
 * Creates the callers at a stack.
 * @throws StartError if it does not let them in.
 */
export async function sideAt(origin: URL): Promise<Side> {
  async function tokenFrom(path: string, body: object, token?: string): Promise<string> {
    const { outcome } = await exchange(origin, post(path, body, token));
    const answer = 'answer' in outcome ? outcome.answer : undefined;
    if (!answer || answer.status >= 300) {
      throw new StartError(`POST ${path} at ${origin.href} has failed: ${answer?.body ?? 'no answer'}`);
    }
    return (JSON.parse(answer.body) as { token: string }).token;
  }
  const seeded = await tokenFrom('/auth/token', { username: 'testadmin', password: 'password' });
  const create = (username: string, isAdmin: boolean) =>
    tokenFrom(
      '/users',
      { username, password: 'correct horse', firstName: 'Fuzz', lastName: 'Er', email: 'fuzz@example.com', isAdmin },
      seeded,
    );
  const tokens = { admin: await create(callers.admin, true), user: await create(callers.user, false) };

  const made: number[] = [];
  const jobs = new Map<number, string>();
  const withJobs = (wire: Wire) =>
    wire.replace(/{{job:(\d+)}}/g, (_, age: string) => String(made.at(-1 - Number(age)) ?? SEEDED_JOBS));

  return {
    jobs,
    shown: withJobs,
    async send(wire) {
      const filled = withJobs(wire).replace(/{{(admin|user)}}/g, (_, name: 'admin' | 'user') => tokens[name]);
      const exchanged = await exchange(origin, filled);
      const id = createdJob(exchanged);
      if (id !== undefined) {
        made.push(id);
        jobs.set(id, `job ${made.length}`);
      }
      return exchanged;
    },
  };
}

function createdJob({ outcome }: Exchange): number | undefined {
  if (!('answer' in outcome) || outcome.answer.status !== 201) return undefined;
  const { job } = JSON.parse(outcome.answer.body) as { job?: { id: number } };
  return job?.id;
}
