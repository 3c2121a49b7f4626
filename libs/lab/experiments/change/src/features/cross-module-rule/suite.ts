import type { Edit } from '../feature';

export const suite: readonly Edit[] = [
  {
    file: 'apps/conformance/suite/jobs.test.ts',
    anchor: `import { api } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, asAdmin, jobBody, unique } from './support/records';`,
    replace: `import { api, as } from './support/api';
import { expectInvalid, expectProblem } from './support/problems';
import { aCompany, aJob, anApplication, asAdmin, aUser, jobBody, unique } from './support/records';`,
  },
  {
    file: 'apps/conformance/suite/jobs.test.ts',
    anchor: "describe('DELETE /jobs/:id', () => {",
    replace: `describe('the terms of a job', () => {
  const change = async (id: number, changes: object) =>
    api
      .patch(\`/jobs/\${id}\`)
      .set(await asAdmin())
      .send(changes);

  it.each([{ salary: 2 }, { salary: 0 }, { salary: null }, { equity: 1 }, { equity: null }, { title: 'T', equity: 0 }])(
    'are fixed once somebody has applied: %j gets 409 and changes nothing',
    async (changes) => {
      const [user, { companyHandle: _handle, ...job }] = [await aUser(), await aJob({ salary: 1, equity: 0.5 })];
      await anApplication(user, job.id);
      expectProblem(await change(job.id, changes), 409, /salary and equity are fixed/);
      expect((await api.get(\`/jobs/\${job.id}\`)).body.job).toMatchObject(job);
    },
  );

  it('are fixed, the title is not', async () => {
    const [user, job] = [await aUser(), await aJob()];
    await anApplication(user, job.id);
    expect(await change(job.id, { title: 'T' })).toMatchObject({ status: 200, body: { job: { ...job, title: 'T' } } });
  });

  it('are fixed for that job and no other', async () => {
    const [user, job] = [await aUser(), await aJob()];
    const other = await aJob({ companyHandle: job.companyHandle });
    await anApplication(user, job.id);
    expect(await change(other.id, { salary: 2 })).toMatchObject({ status: 200, body: { job: { salary: 2 } } });
  });

  it('may change again once nobody has applied any more', async () => {
    const [user, { id }] = [await aUser(), await aJob()];
    await anApplication(user, id);
    await api.delete(\`/users/\${user.username}\`).set(as(user.token));
    expect(await change(id, { salary: 2 })).toMatchObject({ status: 200, body: { job: { salary: 2 } } });
  });

  it('are not those of a job that was deleted a moment ago', async () => {
    const [user, { id }] = [await aUser(), await aJob()];
    await anApplication(user, id);
    await api.delete(\`/jobs/\${id}\`).set(await asAdmin());
    expectProblem(await change(id, { salary: 2 }), 404);
  });
});

describe('DELETE /jobs/:id', () => {`,
  },
  {
    file: 'apps/conformance/suite/methods-and-paths.test.ts',
    anchor: "'/internal/jobs/1/exists',",
    replace: `'/internal/jobs/1/exists',
    '/internal/jobs/1/has-applications',`,
  },
  {
    file: 'apps/conformance/suite/queries.test.ts',
    anchor: `const changed = { status: 200, body: { job: { salary: 1 } } };
    expect(await api.patch(\`/jobs/\${id}?\${query}\`).set(admin).send({ salary: 1 })).toMatchObject(changed);`,
    replace: `const changed = { status: 200, body: { job: { title: 'Another' } } };
    expect(await api.patch(\`/jobs/\${id}?\${query}\`).set(admin).send({ title: 'Another' })).toMatchObject(changed);`,
  },
  {
    file: 'apps/conformance/suite/security-services.test.ts',
    anchor: "'/internal/token-introspection', body: { token: 'x.y.z' } },",
    replace: `'/internal/token-introspection', body: { token: 'x.y.z' } },
    { by: ['jobs'], method: 'get', path: '/internal/jobs/2147483647/has-applications' },`,
  },
];
