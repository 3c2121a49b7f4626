import type { FinalState } from '../record/entries';
import type { Ask, Reply } from './request';

/** Of the requests that match a misbehaviour, every fifth meets it. */
const EVERY = 5;

interface Misbehaviour {
  /** Requests ("METHOD PATH") that are acknowledged without being done. */
  loses?: RegExp;
  /** Requests that are done and answered with 503. */
  refuses?: RegExp;
  /** Requests that are done twice. */
  repeats?: RegExp;
  /** Whether the jobs of a deleted company go, too. */
  cascades?: boolean;
}

type Fields = Record<string, string | number>;

/** A stand-in for a whole stack, in memory. */
export function fakeJobly({ loses, refuses, repeats, cascades = true }: Misbehaviour = {}) {
  const companies = new Map<string, Fields>();
  const users = new Map<string, Fields>();
  const applications = new Map<string, Set<number>>();
  const jobs = new Map<number, Fields>();
  let lastId = 0;
  let matches = 0;

  const reply = (status: number, body: object = {}): Reply => ({
    status,
    body,
    answer: String(status),
    isUnsent: false,
  });

  function removeJob(id: number): void {
    jobs.delete(id);
    for (const ids of applications.values()) ids.delete(id);
  }

  function createIn(table: Map<string, Fields>, key: string, fields: Fields): Reply {
    if (table.has(key)) return reply(409);
    table.set(key, fields);
    return reply(201);
  }

  function answer(method: string, path: string, fields: Fields): Reply {
    const [, kind, key = '', , job] = path.split('/');
    if (job !== undefined) {
      const ids = applications.get(key);
      if (!ids || !jobs.has(Number(job))) return reply(404);
      if (ids.has(Number(job))) return reply(409);
      ids.add(Number(job));
      return reply(200);
    }
    if (method === 'POST' && kind === 'jobs') {
      if (!companies.has(String(fields['companyHandle']))) return reply(400);
      jobs.set((lastId += 1), fields);
      return reply(201, { job: { id: lastId } });
    }
    if (method === 'POST' && kind === 'companies') return createIn(companies, String(fields['handle']), fields);
    if (method === 'POST') {
      const created = createIn(users, String(fields['username']), fields);
      if (created.status === 201) applications.set(String(fields['username']), new Set());
      return created;
    }
    const found = kind === 'jobs' ? jobs.get(Number(key)) : (kind === 'companies' ? companies : users).get(key);
    if (!found) return reply(404);
    if (method === 'PATCH') return reply(200, Object.assign(found, fields));
    if (method === 'GET') {
      const ids = applications.get(key);
      const name = { jobs: 'job', companies: 'company' }[kind ?? ''] ?? 'user';
      return reply(200, { [name]: { ...found, ...(ids && { applications: [...ids] }) } });
    }
    if (kind === 'jobs') removeJob(Number(key));
    if (kind === 'users') applications.delete(key);
    if (kind === 'users') users.delete(key);
    if (kind === 'companies') {
      companies.delete(key);
      for (const [id, { companyHandle }] of jobs) if (companyHandle === key && cascades) removeJob(id);
    }
    return reply(200);
  }

  const ask: Ask = async (method, path, body = {}) => {
    const line = `${method} ${path}`;
    const hits = (pattern?: RegExp) => pattern?.test(line) === true && (matches += 1) % EVERY === 0;
    const fields = { ...body } as Fields;
    if (hits(loses)) return reply(method === 'POST' && path !== '/jobs' ? 201 : 200, { job: { id: 0 } });
    if (hits(repeats)) answer(method, path, { ...fields });
    const answered = answer(method, path, fields);
    return hits(refuses) ? reply(503) : answered;
  };

  const state = (): Omit<FinalState, 'type' | 'at'> => ({
    companies: [...companies.values()] as FinalState['companies'],
    jobs: [...jobs].map(([id, fields]) => ({ ...fields, id })) as FinalState['jobs'],
    users: [...users].map(([key, fields]) => ({
      ...{ username: key, firstName: String(fields['firstName']), applications: [...applications.get(key)!] },
    })),
  });
  return { ask, state };
}

export type FakeJobly = ReturnType<typeof fakeJobly>;
