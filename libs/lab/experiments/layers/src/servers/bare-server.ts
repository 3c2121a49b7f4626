import { answerJson } from './json';
import { serveFor } from './listen';
import { openReads } from './reads';

/**
 * Serves the two reads with nothing between HTTP and PostgreSQL: no framework, validation, log or metric. It handles
 * only well-formed requests for existing rows; its parent sends no others.
 */
export function serveBare(): void {
  const { companyDetail, jobDetail } = openReads();
  const answers = { companies: companyDetail, jobs: jobDetail, health: async () => ({}) };
  serveFor(process, (request, response) => {
    const [, collection = '', key = ''] = request.url!.split('/');
    void answers[collection as keyof typeof answers](key).then((body) => answerJson(response, body));
  });
}
