import request from 'supertest';
import { anApp, anAppThat, anOperation } from './app.fixture';
import { route } from './routes';
import { hearServerTiming, timed } from './server-timing';

const timing = async (app: ReturnType<typeof anApp>, path = '/things') =>
  (await request(app).get(path)).get('Server-Timing');

/** The names in a Server-Timing header. */
const namesIn = (header: string | undefined) =>
  header?.split(', ').map((entry) => entry.replace(/;dur=\d+\.\d{3}$/, ''));

describe('a response', () => {
  it('says where its time went', async () => {
    const app = anAppThat(() => timed('db', async () => ({})), { name: 'jobs', serverTiming: true });
    expect(namesIn(await timing(app))).toEqual(['jobs', 'jobs.auth', 'jobs.db', 'jobs.json']);
  });

  it('says so, too, where it is an error', async () => {
    const app = anAppThat(() => Promise.reject(new Error('failed')), { name: 'jobs', serverTiming: true });
    expect(namesIn(await timing(app))).toContain('jobs');
    expect(namesIn(await timing(app, '/nowhere'))).toEqual(['jobs']);
  });

  it('passes on what neighbours say', async () => {
    const ask = async () => {
      hearServerTiming('companies;dur=1.000, companies.db;dur=0.500');
      hearServerTiming(undefined);
      return {};
    };
    const app = anAppThat(ask, { name: 'jobs', serverTiming: true });
    expect(namesIn(await timing(app))).toEqual(expect.arrayContaining(['jobs.companies', 'jobs.companies.db']));
  });

  it('knows its own time from that of others which are answered meanwhile', async () => {
    const slow = Promise.withResolvers<object>();
    const waiting = route(anOperation({ path: '/waiting' }), () => timed('db', () => slow.promise));
    const quick = route(anOperation({ path: '/quick' }), async () => ({}));
    const app = anApp([waiting, quick], { name: 'jobs', serverTiming: true });
    const first = timing(app, '/waiting');
    const second = await timing(app, '/quick');
    slow.resolve({});
    expect(namesIn(await first)).toContain('jobs.db');
    expect(namesIn(second)).not.toContain('jobs.db');
  });

  it('says nothing unless it is told to', async () => {
    const app = anAppThat(() => {
      hearServerTiming('companies;dur=1.000');
      return timed('db', async () => ({}));
    });
    expect(await timing(app)).toBeUndefined();
  });
});

describe('work outside of a request', () => {
  it('is just done', async () => {
    expect(await timed('db', async () => 'rows')).toBe('rows');
    hearServerTiming('companies;dur=1.000');
  });
});
