import { StartError } from '@jobly/contracts';
import type { Ask } from '../workload/request';
import type { FinalState } from './entries';

const PAGE = 1_000;

type State = Omit<FinalState, 'type' | 'at'>;
type Company = State['companies'][number];
type Job = State['jobs'][number];
type User = State['users'][number];

/**
 * Reads all companies, jobs, users and applications.
 * @param ask as an admin.
 * @throws StartError if anything is not answered.
 */
export async function readFinalState(ask: Ask): Promise<State> {
  async function get<T>(path: string): Promise<T> {
    const { status, body, answer } = await ask('GET', path);
    if (status !== 200) throw new StartError(`The final state cannot be read: GET ${path} was answered ${answer}`);
    return body as T;
  }
  async function all<T>(name: string): Promise<T[]> {
    const items: T[] = [];
    for (;;) {
      const { [name]: page = [] } = await get<Record<string, T[]>>(`/${name}?limit=${PAGE}&offset=${items.length}`);
      items.push(...page);
      if (page.length < PAGE) return items;
    }
  }

  const companies = await all<Company>('companies');
  const jobs = await all<Job>('jobs');
  const { users } = await get<{ users: { username: string }[] }>('/users');
  const profiles: User[] = [];
  for (const { username } of users) {
    profiles.push((await get<{ user: User }>(`/users/${encodeURIComponent(username)}`)).user);
  }
  return {
    companies: companies.map(({ handle, description }) => ({ handle, description })),
    jobs: jobs.map(({ id, title, salary, companyHandle }) => ({ id, title, salary, companyHandle })),
    users: profiles.map(({ username, firstName, applications }) => ({ username, firstName, applications })),
  };
}
