import { operations } from '@jobly/contracts';
import { seededRandom } from '@jobly/lab/instrument';
import { newCompany, newJob, newUser } from './new-records';
import { namesOf } from './own-records';

test('the names of the longest label serve as usernames, handles and titles, for blocks of thousands', () => {
  const last = namesOf({ label: 'abc123-99-100-10' }, 9_999).at(-1)!;
  const random = seededRandom(1);
  expect(operations.register.body.safeParse(newUser(last))).toMatchObject({ success: true });
  expect(operations.createCompany.body.safeParse(newCompany(last, random))).toMatchObject({ success: true });
  expect(operations.createJob.body.safeParse(newJob(last, last, random))).toMatchObject({ success: true });
});
