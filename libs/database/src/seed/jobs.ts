import { companies } from './companies';

const LEVELS = ['Junior', 'Senior', 'Lead', 'Assistant', 'Chief', 'Travelling', 'Interim'];
const TRADES =
  'Accountant, Archivist, Baker, Bookbinder, Data Engineer, Designer, Editor, Electrician, Gardener, Librarian, Machinist, Nurse, Optician, Planner, Programmer, Recruiter, Surveyor, Tester, Translator, Welder'.split(
    ', ',
  );

export interface SeedJob {
  id: number;
  title: string;
  salary: number | null;
  /** A canonical decimal. */
  equity: string | null;
  companyHandle: string;
}

/** Two hundred jobs over the fifty companies: half with equity, a quarter with none, a quarter that do not say. */
export const jobs: SeedJob[] = Array.from({ length: 200 }, (_, at) => ({
  id: at + 1,
  title: `${LEVELS[(at * 3) % LEVELS.length]} ${TRADES[(at * 7) % TRADES.length]}`,
  salary: at % 12 === 11 ? null : 30_000 + ((at * 4_999) % 120) * 1_000,
  equity: at % 2 === 0 ? String((1 + ((at * 31) % 99)) / 1_000) : at % 4 === 1 ? '0' : null,
  companyHandle: companies[(at * 17) % companies.length]!.handle,
}));
