import { Counter } from 'prom-client';
import request from 'supertest';
import { z } from 'zod';
import { anApp, anOperation } from './app.fixture';
import { route } from './routes';

const byName = anOperation({ path: '/things/:name', params: z.object({ name: z.string() }) });
const app = anApp([route(byName, async () => ({}))], { name: 'jobs' });

const metrics = async () => (await request(app).get('/metrics')).text;

describe('the metrics', () => {
  it('are in the text format of Prometheus', async () => {
    const { status, headers, text } = await request(app).get('/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(text.includes('process_cpu_seconds_total{process="jobs"}')).toBe(true);
  });

  it('show what the parts of the process count', async () => {
    const verifications = new Counter({ name: 'verifications_total', help: 'Counted elsewhere', registers: [] });
    verifications.inc(3);
    const withParts = anApp([], { name: 'jobs', metrics: [verifications] });
    const { text } = await request(withParts).get('/metrics');
    expect(text.split('\n')).toContain('verifications_total{process="jobs"} 3');
  });

  it('count requests by method, pattern and status, and never by path', async () => {
    await request(app).get('/things/one');
    await request(app).get('/things/two');
    await request(app).put('/things/three');
    await request(app).get('/nowhere/four');
    const text = await metrics();
    const counts = text.split('\n').filter((line) => line.startsWith('http_request_duration_seconds_count'));
    expect(counts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/method="GET",route="\/things\/:name",status="200"} 2$/),
        expect.stringMatching(/method="PUT",route="\/things\/:name",status="405"} 1$/),
        expect.stringMatching(/method="GET",route="none",status="404"} 1$/),
      ]),
    );
    expect(counts.filter((line) => /\b(one|two|three|four)\b/.test(line))).toEqual([]);
  });

  it('show what goes to the database and back, as it is when they are read', async () => {
    const traffic = {
      requests: { statements: 1, sentBytes: 100, receivedBytes: 1_000 },
      background: { statements: 2, sentBytes: 20, receivedBytes: 200 },
    };
    const app = anApp([], { name: 'jobs', databaseTraffic: traffic });
    traffic.requests.statements = 7;
    for (let reading = 0; reading < 2; reading++) {
      const { text } = await request(app).get('/metrics');
      expect(text.split('\n').filter((line) => line.startsWith('db_'))).toEqual([
        'db_statements_total{purpose="requests",process="jobs"} 7',
        'db_statements_total{purpose="background",process="jobs"} 2',
        'db_sent_bytes_total{purpose="requests",process="jobs"} 100',
        'db_sent_bytes_total{purpose="background",process="jobs"} 20',
        'db_received_bytes_total{purpose="requests",process="jobs"} 1000',
        'db_received_bytes_total{purpose="background",process="jobs"} 200',
      ]);
    }
  });
});
