import { performance } from 'node:perf_hooks';
import { Failure } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { exchange, logInAs } from '@jobly/lab/system-under-test';
import type { RunningMode } from './start-mode';

const TIMES = 20;

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Invalid tokens, made from a valid one. */
const forgeries: readonly { what: string; forge: (header: string, payload: string, signature: string) => string }[] = [
  { what: 'alg none', forge: (_, payload) => `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.` },
  { what: 'tampered', forge: (header, payload, signature) => `${header}.${tampered(payload)}.${signature}` },
  {
    what: 'unknown kid',
    forge: (_, payload, signature) => `${encoded({ alg: 'RS256', kid: '../../etc/passwd' })}.${payload}.${signature}`,
  },
  { what: '100 kB', forge: (header, _, signature) => `${header}.${'A'.repeat(100_000)}.${signature}` },
];

const tampered = (payload: string) =>
  encoded({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), username: 'somebody-else' });

/** The time of the slowest refusals: a bad token must not be a way to keep a server busy. */
export async function refusalTable({ stacks }: MeasuredScene, watched: readonly RunningMode[]): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, target } of watched) {
    const { token } = await logInAs(target.origin, stacks.admin);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const cells: string[] = [];
    for (const { forge } of forgeries) {
      cells.push((await slowest(target.origin, forge(header, payload, signature))).toFixed(1));
    }
    rows.push([name, ...cells]);
  }
  return {
    title: 'The slowest refusal of a forged token, ms',
    note: `PATCH /jobs/:id, ${TIMES} of each, one at a time, all answered 401; measured at the client, HTTP included.`,
    head: ['mode', ...forgeries.map(({ what }) => what)],
    rows,
  };
}

async function slowest(origin: string, token: string): Promise<number> {
  let most = 0;
  for (let time = 0; time < TIMES; time++) {
    const begin = performance.now();
    const { status } = await exchange(origin, { method: 'PATCH', path: '/jobs/1', token, body: { salary: 1 } });
    most = Math.max(most, performance.now() - begin);
    if (status !== 401) throw new Failure(`A forged token is answered ${status} at ${origin}.`);
  }
  return most;
}
