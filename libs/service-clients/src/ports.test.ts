import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { aNeighbour, json } from './neighbour.fixture';
import { httpCompanyDirectory, httpJobBoard, httpJobRegister, httpTokenIntrospector } from './ports';
import { type ServiceClient, serviceClient } from './service-client';

const stops: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** A client for a neighbour with this answer, and the requests that the neighbour received. */
async function asking(answer: (response: ServerResponse) => void) {
  const { url, heard, stop } = await aNeighbour(answer);
  stops.push(stop);
  const client: ServiceClient = serviceClient({ name: 'other', url, token: () => 'a-token', deadline: 30_000 });
  return { client, heard };
}

const acme = { handle: 'acme', name: 'Acme', description: '', numEmployees: null, logoUrl: null };

describe('over HTTP', () => {
  it('the company directory finds a company, or says that there is none', async () => {
    const { client, heard } = await asking(json({ company: acme }));
    expect(await httpCompanyDirectory(client).find('acme')).toEqual(acme);
    expect(heard[0]!.request).toBe('GET /internal/companies/acme');
    const none = await asking(json({ company: null }));
    expect(await httpCompanyDirectory(none.client).find('nobody')).toBeNull();
  });

  it('the company directory names companies of every handle, whatever else that means', async () => {
    const handles = ['__proto__', 'constructor', 'to-string'];
    const { client } = await asking((response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end('{"names":{"__proto__":"Prototypes","constructor":"Builders"}}'),
    );
    expect(Object.entries(await httpCompanyDirectory(client).namesOf(handles))).toEqual([
      ['__proto__', 'Prototypes'],
      ['constructor', 'Builders'],
    ]);
  });

  it.each([[{ acme: 1 }], [null], ['Acme']])('the company directory believes no names like %j', async (names) => {
    const { client } = await asking(json({ names }));
    await expect(httpCompanyDirectory(client).namesOf(['acme'])).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('the company directory names any number of companies in one call', async () => {
    const { client, heard } = await asking(json({ names: { acme: 'Acme', constructor: 'Builders' } }));
    const handles = ['acme', 'constructor', 'gone'];
    expect(await httpCompanyDirectory(client).namesOf(handles)).toEqual({ acme: 'Acme', constructor: 'Builders' });
    expect(heard).toHaveLength(1);
    expect([heard[0]!.request, heard[0]!.body]).toEqual(['POST /internal/company-names', JSON.stringify({ handles })]);
  });

  it('the job board lists the jobs of a company', async () => {
    const jobs = [{ id: 7, title: 'Cook', salary: null, equity: '0.1' }];
    const { client, heard } = await asking(json({ jobs }));
    expect(await httpJobBoard(client).ofCompany('acme')).toEqual(jobs);
    expect(heard[0]!.request).toBe('GET /internal/companies/acme/jobs');
  });

  it.each([true, false])('the job register knows whether a job exists: %p', async (exists) => {
    const { client, heard } = await asking(json({ exists }));
    expect(await httpJobRegister(client).exists(7)).toBe(exists);
    expect(heard[0]!.request).toBe('GET /internal/jobs/7/exists');
  });

  it('introspection tells what a token is worth', async () => {
    const names = { sub: 'ada', username: 'ada', account: randomUUID(), isAdmin: true, passwordVersion: 1 };
    const active = { active: true, ...names, iss: 'jobly', aud: 'jobly-api', jti: '1', iat: 1, exp: 2 };
    const { client, heard } = await asking(json(active));
    expect(await httpTokenIntrospector(client).introspect('x.y.z')).toEqual(active);
    expect([heard[0]!.request, heard[0]!.body]).toEqual(['POST /internal/token-introspection', '{"token":"x.y.z"}']);
    const refusing = await asking(json({ active: false }));
    expect(await httpTokenIntrospector(refusing.client).introspect('x.y.z')).toEqual({ active: false });
  });

  it.each([{ active: true }, { active: 'true' }, {}, { active: true, username: 'ada' }])(
    'introspection takes nothing else for an answer: %p',
    async (answer) => {
      const { client } = await asking(json(answer));
      await expect(httpTokenIntrospector(client).introspect('x.y.z')).rejects.toMatchObject({ kind: 'unavailable' });
    },
  );

  it('no key leads elsewhere', async () => {
    const { client, heard } = await asking(json({ company: null }));
    await httpCompanyDirectory(client).find('../jobs/7?x#y');
    expect(heard[0]!.request).toBe('GET /internal/companies/..%2Fjobs%2F7%3Fx%23y');
  });
});
