import type { Figures } from '../results';

/** The figures of each process, with the databases of PostgreSQL merged into one entry at the end. */
export function withOnePostgres(
  byProcess: Record<string, number>,
  { databases: names }: Pick<Figures, 'databases'>,
): { name: string; amount: number }[] {
  const all = Object.entries(byProcess).map(([name, amount]) => ({ name, amount }));
  const databases = all.filter(({ name }) => names.includes(name));
  const others = all.filter(({ name }) => !names.includes(name));
  if (databases.length === 0) return others;
  return [...others, { name: 'PostgreSQL', amount: databases.reduce((sum, { amount }) => sum + amount, 0) }];
}
