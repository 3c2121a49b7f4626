import { databaseTitle } from '../../cost/processes';

const POSTGRESQL = databaseTitle('');

/** Whether the amount is that of the backends of one database. */
export const isDatabase = (process: string) => process.startsWith(POSTGRESQL);

/** What each process took, the databases of PostgreSQL taken together at the end. */
export function withOnePostgres(byProcess: Record<string, number>): { name: string; amount: number }[] {
  const all = Object.entries(byProcess).map(([name, amount]) => ({ name, amount }));
  const databases = all.filter(({ name }) => isDatabase(name));
  const others = all.filter(({ name }) => !isDatabase(name));
  if (databases.length === 0) return others;
  return [...others, { name: 'PostgreSQL', amount: databases.reduce((sum, { amount }) => sum + amount, 0) }];
}
