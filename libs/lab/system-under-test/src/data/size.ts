import { Failure } from '@jobly/lab/instrument';

/** How many records a stack holds, besides testuser and testadmin. */
export interface DataSize {
  name: string;
  jobs: number;
  companies: number;
  users: number;
  /** Each job has one. */
  applications: number;
}

/** Jobs to a company, and to a user, on average. */
const JOBS_EACH = 10;

const sizeOf = (name: string, jobs: number): DataSize => ({
  name,
  jobs,
  companies: jobs / JOBS_EACH,
  users: jobs / JOBS_EACH,
  applications: jobs,
});

/** The sizes that there are, smallest first; named after their jobs. */
export const dataSizes: readonly DataSize[] = [
  sizeOf('100', 100),
  sizeOf('1k', 1_000),
  sizeOf('10k', 10_000),
  sizeOf('100k', 100_000),
  sizeOf('1m', 1_000_000),
];

/** What the applications seed their databases with by themselves, besides testuser and testadmin. */
export const seededSize: DataSize = { name: 'seed', jobs: 200, companies: 50, users: 0, applications: 3 };

/** @throws Failure naming the sizes, if there is none of that name */
export function dataSize(name: string): DataSize {
  const found = dataSizes.find((size) => size.name === name.toLowerCase());
  if (found) return found;
  throw new Failure(`There is no data of size "${name}"; choose ${dataSizes.map(({ name }) => name).join(', ')}.`);
}
