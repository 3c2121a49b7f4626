import { Counter } from 'prom-client';
import request from 'supertest';
import { keptLog } from './app.fixture';
import { type Worker, createService } from './service';

function aServiceWith(workers: Worker[]) {
  return createService({
    name: 'test',
    log: keptLog('silent').log,
    env: { SERVER_TIMING: true, ADMIT_ALL: false },
    atWork: { least: 1, most: 10 },
    isPublic: false,
    probe: async () => {},
    operations: [],
    workers,
  });
}

describe('a service', () => {
  it('starts its workers in their order, and stops them in the opposite one, one after the other', async () => {
    const events: string[] = [];
    const note = async (event: string) => {
      events.push(event);
      await new Promise(setImmediate);
      events.push(`${event} done`);
    };
    const { start, close } = aServiceWith([
      { stop: () => note('close pool') },
      { start: () => note('start outbox'), stop: () => note('stop outbox') },
      { start: () => note('start other'), stop: () => events.push('stop other') },
    ]);
    await start!();
    expect(events).toEqual(['start outbox', 'start outbox done', 'start other', 'start other done']);
    events.length = 0;
    await close();
    expect(events).toEqual(['stop other', 'stop outbox', 'stop outbox done', 'close pool', 'close pool done']);
  });

  it('shows the metrics of its workers, and where the time of a request went', async () => {
    const counter = new Counter({ name: 'parcels_total', help: 'Parcels', registers: [] });
    counter.inc(3);
    const { app } = aServiceWith([{ stop: () => {}, metrics: [counter] }]);
    const { text, headers } = await request(app).get('/metrics');
    expect(text).toContain('parcels_total{process="test"} 3');
    expect(headers['server-timing']).toContain('test;dur=');
  });

  it('is not ready before it is told so', async () => {
    const { app, readiness } = aServiceWith([]);
    expect(await request(app).get('/health/ready')).toMatchObject({ status: 503 });
    readiness.accepting = true;
    expect(await request(app).get('/health/ready')).toMatchObject({ status: 200 });
  });
});
