import request from 'supertest';
import { compose } from './compose';
import { fakeLauncher } from './launcher.fixture';
import { undisturbed } from './workspace.fixture';

const app = compose(
  { LOG_LEVEL: 'silent', CONSOLE_PORT: 0, SEED_PASSWORD: '' },
  fakeLauncher([]).launcher,
  undisturbed,
);
const forms = (headers: Record<string, string>) => request(app).get('/api/forms').set(headers);

describe('the console', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('answers at %s', async (host) => {
    await forms({ host }).expect(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', ''])(
    'does not answer to the name %p, which may lead here only now',
    async (host) => {
      await forms({ host }).expect(403);
    },
  );

  it.each<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:3001' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('answers no page but its own: %j', async (headers) => {
    await forms({ host: 'localhost:3000', ...headers }).expect(403);
  });

  it('opens from a link on another page', async () => {
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const { status } = await request(app)
      .get('/')
      .set({ host: 'localhost:3000', ...link });
    expect(status).not.toBe(403);
  });

  it.each(['{"values":{"password":"secret",}}', 'null', '"text"'])(
    'refuses what is not right as a body: %s',
    async (body) => {
      const posted = request(app).post('/api/requests').set('Content-Type', 'application/json');
      const { status, text } = await posted.send(body);
      expect(status).toBe(400);
      expect(text).not.toContain('secret');
    },
  );
});
