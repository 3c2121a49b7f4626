import type { Results } from '../results';
import { count } from './numbers';

/** "200 jobs and 50 companies": what the databases held; undefined where that is unknown. */
export function dataInWords({ settings: { data } }: Pick<Results, 'settings'>): string | undefined {
  if (!data) return undefined;
  const { jobs, companies, users, applications } = data;
  const people = users > 0 ? `, ${count(users)} users and ${count(applications)} applications` : '';
  return people
    ? `${count(jobs)} jobs, ${count(companies)} companies${people}`
    : `${count(jobs)} jobs and ${count(companies)} companies`;
}
