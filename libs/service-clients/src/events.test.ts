import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { EventRefused } from '@jobly/contracts';
import { httpCompanyEvents, httpJobEvents } from './events';
import { aNeighbour, json } from './neighbour.fixture';
import { serviceClient } from './service-client';

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** Both senders to a consumer with this answer, and the requests that it received. */
async function sendingTo(answer: (response: ServerResponse) => void) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  const client = serviceClient({ name: 'other', url, token: () => 'a-token', deadline: 30_000 });
  return {
    companyEvents: httpCompanyEvents(client),
    jobEvents: httpJobEvents({ users: client, companies: client }),
    heard,
  };
}

const noContent = (response: ServerResponse) => void response.writeHead(204).end();
const refusal = (status: number) => json({ error: { message: ['handle must be shorter'], status } }, status);

describe('an event over HTTP', () => {
  it('goes to the path of its topic, with its id', async () => {
    const { companyEvents, jobEvents, heard } = await sendingTo(noContent);
    const eventId = randomUUID();
    await companyEvents['company-deleted']({ handle: 'acme' }, eventId);
    await companyEvents['company-changed']({ rows: [{ key: 'acme', version: 3, content: null }] }, eventId);
    await jobEvents['job-changed']({ rows: [] }, eventId);
    await jobEvents['jobs-deleted']({ jobIds: [1, 2] }, eventId);
    expect(heard.map(({ request, body }) => `${request} ${body}`)).toEqual([
      `POST /internal/events/company-deleted {"eventId":"${eventId}","handle":"acme"}`,
      `POST /internal/events/company-changed {"eventId":"${eventId}","rows":[{"key":"acme","version":3,"content":null}]}`,
      `POST /internal/events/job-changed {"eventId":"${eventId}","rows":[]}`,
      `POST /internal/events/jobs-deleted {"eventId":"${eventId}","jobIds":[1,2]}`,
    ]);
  });

  it.each([400, 413, 415, 422])('is refused by a consumer that answers %i, and the answer is told', async (status) => {
    const { companyEvents, heard } = await sendingTo(refusal(status));
    const delivery = companyEvents['company-deleted']({ handle: 'acme' }, randomUUID());
    await expect(delivery).rejects.toThrow(EventRefused);
    await expect(delivery).rejects.toThrow(new RegExp(`answered ${status}.*handle must be shorter`));
    expect(heard).toHaveLength(1);
  });

  it('tells the beginning of a long answer, and keeps what led to it', async () => {
    const { companyEvents } = await sendingTo(json({ error: { message: 'x'.repeat(2_000), status: 400 } }, 400));
    const refused: unknown = await companyEvents['company-deleted']({ handle: 'acme' }, randomUUID()).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ cause: { kind: 'unavailable', cause: { status: 400 } } });
    expect((refused as Error).message).toMatch(/^The consumer answered 400: .{500}$/);
  });

  // A wrong secret, a replica of another version, a wrong address, too many requests, an outage, no consumer at all.
  it.each([200, 401, 403, 404, 405, 408, 429, 500, 503])(
    'may be taken later where the answer is %i',
    async (status) => {
      const { jobEvents } = await sendingTo(refusal(status));
      const delivery = jobEvents['jobs-deleted']({ jobIds: [7] }, randomUUID());
      await expect(delivery).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );
});
