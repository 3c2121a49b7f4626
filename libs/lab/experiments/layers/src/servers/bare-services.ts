import { internalOperations as internal } from '@jobly/contracts';
import { Pool } from 'undici';
import { openDatabase } from './database';
import { answerJson } from './json';
import { serveFor } from './listen';
import { companyByHandle, jobById, type JobRow } from './statements';

/**
 * The bare server's part that owns companies: answers what the jobs service asks of the companies service, with nothing
 * between HTTP and PostgreSQL, whoever asks.
 */
export function serveBareCompanies(): void {
  const rows = openDatabase();
  serveFor(process, (request, response) => {
    const handle = request.url!.slice(request.url!.lastIndexOf('/') + 1);
    void rows(companyByHandle, handle).then(([company]) => answerJson(response, { company }));
  });
}

/**
 * The part that owns jobs: reads a job, and asks COMPANIES_URL for its company, as cheaply as undici can. A token,
 * deadline, retry or check of the answer there is not. It handles only requests for existing rows.
 */
export function serveBareJobs(): void {
  const rows = openDatabase();
  const companies = new Pool(process.env['COMPANIES_URL']!, { connections: 64 });
  const [before] = internal.findCompany.path.split(':');
  const jobDetail = async (id: string) => {
    const [found] = await rows<JobRow>(jobById, id);
    const { companyHandle, ...job } = found!;
    const { body } = await companies.request({ method: 'GET', path: `${before}${companyHandle}` });
    const { company } = (await body.json()) as { company: unknown };
    return { job: { ...job, company } };
  };
  const answers = { jobs: jobDetail, health: async () => ({}) };
  serveFor(process, (request, response) => {
    const [, collection = '', key = ''] = request.url!.split('/');
    void answers[collection as keyof typeof answers](key).then((body) => answerJson(response, body));
  });
}
