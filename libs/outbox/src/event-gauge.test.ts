import type { Sql } from '@jobly/database';
import { eventGauge } from './event-gauge';

/** Reads the gauge of an outbox that holds these events, one reading after the other; an error is an outage. */
function readings(...outbox: ({ topic: string; waiting: number; parked: number }[] | Error)[]) {
  const sql = () => {
    const counts = outbox.shift();
    return counts instanceof Error ? Promise.reject(counts) : Promise.resolve(counts);
  };
  const gauge = eventGauge(sql as unknown as Sql, { 'company-deleted': async () => {} });
  return async () => {
    const { values } = await gauge.get();
    return values.map(({ labels: { topic, state }, value }) => `${topic} ${state}: ${value}`);
  };
}

describe('the gauge of events', () => {
  it('forgets a topic of which there is nothing left, and keeps those that are delivered', async () => {
    const read = readings([{ topic: 'company-renamed', waiting: 1, parked: 2 }], []);
    const none = ['company-deleted waiting: 0', 'company-deleted parked: 0'];
    expect(await read()).toEqual([...none, 'company-renamed waiting: 1', 'company-renamed parked: 2']);
    expect(await read()).toEqual(none);
  });

  it('has no number while the database does not answer, and fails nobody', async () => {
    const read = readings([], new Error('unavailable'), []);
    expect(await read()).toHaveLength(2);
    expect(await read()).toEqual([]);
    expect(await read()).toHaveLength(2);
  });
});
