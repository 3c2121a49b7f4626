import type { NewCompany, NewJob, Registration } from '@jobly/contracts';
import { pick, type Random } from '@jobly/lab/instrument';

const PASSWORD = 'a-password-of-the-lab';

const DESCRIPTION = 'Founded for the length of a block, it makes what is needed there and leaves nothing behind.';

/** A user whose name shows whose it is. */
export const newUser = (username: string): Registration => ({
  username,
  password: PASSWORD,
  firstName: 'Lab',
  lastName: 'User',
  email: `${username}@example.com`,
});

/** A company named after its handle. */
export const newCompany = (handle: string, random: Random): NewCompany => ({
  handle,
  name: handle,
  description: DESCRIPTION,
  numEmployees: wholeNumber(random, 1, 1_000),
  logoUrl: `/logos/${handle}.svg`,
});

/** A job with salary and equity in the range of the seed. */
export const newJob = (title: string, companyHandle: string, random: Random): NewJob => ({
  title,
  companyHandle,
  salary: wholeNumber(random, 30_000, 150_000),
  equity: pick(random, [null, '0', '0.01', '0.025']),
});

const wholeNumber = (random: Random, least: number, most: number) => least + Math.floor(random() * (most - least + 1));
