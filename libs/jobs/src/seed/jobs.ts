import { type Job, seededCompanies } from '@jobly/contracts';

const LEVELS = ['Junior', 'Senior', 'Lead', 'Assistant', 'Chief', 'Travelling', 'Interim'];
const TRADES =
  'Accountant, Archivist, Baker, Bookbinder, Data Engineer, Designer, Editor, Electrician, Gardener, Librarian, Machinist, Nurse, Optician, Planner, Programmer, Recruiter, Surveyor, Tester, Translator, Welder'.split(
    ', ',
  );

/**
 * Two hundred jobs over the fifty seeded companies: half with equity, a quarter with none, a quarter that do not say.
 */
export const jobs: Job[] = Array.from({ length: 200 }, (_, at) => ({
  id: at + 1,
  title: `${LEVELS[(at * 3) % LEVELS.length]} ${TRADES[(at * 7) % TRADES.length]}`,
  salary: at % 12 === 11 ? null : 30_000 + ((at * 4_999) % 120) * 1_000,
  equity: at % 2 === 0 ? String((1 + ((at * 31) % 99)) / 1_000) : at % 4 === 1 ? '0' : null,
  companyHandle: seededCompanies[(at * 17) % seededCompanies.length]!.handle,
}));
