import { setTimeout as delay } from 'node:timers/promises';
import { operations } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { Table } from '@jobly/lab/results';
import type { MeasuredScene } from '@jobly/lab/runner';
import { ask, exchange, logInAs, type Question } from '@jobly/lab/system-under-test';
import type { RunningWay } from './start-ways';

/** Records of the seed: a job and its company, and a job of another one. */
interface Records {
  jobId: number;
  otherJobId: number;
  handle: string;
}

interface Attempt {
  what: string;
  question: (records: Records, token: string) => Question;
}

const get = (path: string): Question => ({ method: 'GET', path });

const attempts: readonly Attempt[] = [
  { what: 'GET /jobs/:id, read before', question: ({ jobId }) => get(`/jobs/${jobId}`) },
  { what: 'GET /jobs, read before', question: () => get('/jobs?limit=5') },
  { what: 'GET /jobs/:id, of another company', question: ({ otherJobId }) => get(`/jobs/${otherJobId}`) },
  { what: 'GET /companies/:handle', question: ({ handle }) => get(`/companies/${handle}`) },
  {
    what: 'POST /jobs',
    question: ({ handle }, token) => ({
      method: 'POST',
      path: '/jobs',
      token,
      body: { title: 'Made without the companies service', companyHandle: handle },
    }),
  },
];

/** The first two are read before, so a cache knows their answers. */
const READ_BEFORE = 2;

/** What still works when the companies service of each of the microservices is killed, at once and after `bound` ms. */
export async function outageTable(
  { stacks, signal }: MeasuredScene,
  started: readonly RunningWay[],
  bound: number,
): Promise<Table> {
  const split = started.filter(({ way }) => way.topology === 'micro');
  const rows = await Promise.all(split.map(rowsAt));
  return {
    title: 'What goes on while the companies service is down',
    note: `The status of each answer, at once and when whatever was believed is older than ${bound / 1_000} s.`,
    head: ['way', ...attempts.map(({ what }) => what)],
    rows: rows.flat(),
  };

  async function rowsAt({ way, target }: RunningWay): Promise<string[][]> {
    const { origin, processes } = target;
    const found = await recordsAt(origin);
    const { token } = await logInAs(origin, stacks.admin);
    for (const { question } of attempts.slice(0, READ_BEFORE)) {
      const { status } = await exchange(origin, question(found, token));
      if (status !== 200) throw new Failure(`${way.name} answers ${status} before anything is down.`);
    }
    const pid = processes!.pids['companies service'];
    if (typeof pid !== 'number') throw new Failure(`${way.name} has no companies service of its own.`);
    process.kill(pid, 'SIGKILL');
    const statuses = async () => {
      const answered: string[] = [];
      for (const { question } of attempts) {
        answered.push(String((await exchange(origin, question(found, token))).status));
      }
      return answered;
    };
    const atOnce = [`${way.name}, at once`, ...(await statuses())];
    await delay(bound, undefined, { signal });
    return [atOnce, [`${way.name}, later`, ...(await statuses())]];
  }
}

async function recordsAt(origin: string): Promise<Records> {
  const { jobs } = await ask(origin, operations.listJobs, { path: '/jobs?limit=1000' });
  const [first] = jobs;
  const other = jobs.find(({ companyHandle }) => companyHandle !== first?.companyHandle);
  if (!first || !other) throw new Failure(`There are no jobs of two companies at ${origin}.`);
  return { jobId: first.id, otherJobId: other.id, handle: first.companyHandle };
}
