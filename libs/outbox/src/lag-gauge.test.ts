import { lagGauge } from './lag-gauge';
import { anOutbox, deliveriesBy } from './outbox.fixture';

let box: Awaited<ReturnType<typeof anOutbox>>;
beforeAll(async () => {
  box = await anOutbox();
}, 60_000);
afterEach(() => box.clear());
afterAll(() => box.remove(), 60_000);

const deliveries = deliveriesBy(async () => {});
const lags = async (sql = box.sql): Promise<Record<string, number>> => {
  const { values } = await lagGauge(sql, deliveries).get();
  return Object.fromEntries(values.map(({ labels: { topic }, value }) => [String(topic), value]));
};

describe('the lag of an outbox', () => {
  it('is the age of the oldest event that waits, for each topic', async () => {
    for (const key of ['old', 'new']) await box.record(key);
    await box.run(`UPDATE outbox_events SET created_at = now() - interval '1 hour' WHERE key = 'old'`);
    const { 'company-deleted': lag, ...others } = await lags();
    expect(lag).toBeGreaterThanOrEqual(3_600);
    expect(others).toEqual({ 'company-changed': 0 });
  });

  it('does not count an event that is parked', async () => {
    await box.record('odd');
    await box.run(`UPDATE outbox_events SET parked_at = now(), problem = 'odd', next_attempt_at = 'infinity'`);
    expect(await lags()).toEqual({ 'company-deleted': 0, 'company-changed': 0 });
  });

  it('is unknown while the database does not answer', async () => {
    expect(await lags(() => Promise.reject(new Error('unavailable')))).toEqual({});
  });
});
