import { EventRefused } from '@jobly/contracts';
import { dropEvent, findEvents, listEvents, retryEvent } from './operation';
import { anOutbox } from './outbox.fixture';

let box: Awaited<ReturnType<typeof anOutbox>>;
beforeAll(async () => {
  box = await anOutbox();
}, 60_000);
afterEach(() => box.clear());
afterAll(() => box.remove(), 60_000);

/** A consumer that rejects the events of these keys and records the others. */
function aConsumer(...refused: string[]) {
  const taken: string[] = [];
  const refusals = new Map<string, number>();
  const take = async (key: string) => {
    if (!refused.includes(key)) return void taken.push(key);
    refusals.set(key, (refusals.get(key) ?? 0) + 1);
    throw new EventRefused(`No ${key} please`);
  };
  const accept = () => void refused.splice(0);
  return { taken, refusals, take, accept };
}

/** Lets all other pending work run. */
const turn = () => new Promise(setImmediate);

const until = (state: 'waiting' | 'parked', ...keys: string[]) =>
  box.until(state, (found) => JSON.stringify(found) === JSON.stringify(keys));

const idOf = async (key: string) => {
  const [row] = await box.run<{ id: string }>('SELECT event_id AS id FROM outbox_events WHERE key = $1', [key]);
  return row!.id;
};

describe('an event that nobody will take', () => {
  it('is parked with the reason, and keeps no others waiting', async () => {
    const { taken, refusals, take } = aConsumer('odd');
    await box.start(take);
    await box.record('odd');
    await box.record('even');
    await until('parked', 'odd');
    await until('waiting');
    expect(taken).toEqual(['even']);
    expect(refusals.get('odd')).toBe(1);
    expect(await listEvents(box.sql, 10)).toEqual([
      expect.objectContaining({
        topic: 'company-deleted',
        key: 'odd',
        payload: { handle: 'odd' },
        attempts: 1,
        parkedAt: expect.any(Date),
        problem: 'No odd please',
      }),
    ]);
  });

  it.each([
    ['a payload that lacks something', { payload: {} }, 'handle'],
    ['a payload of another shape', { payload: ['acme'] }, 'The payload is not what the topic "company-deleted" says'],
    ['a payload with a wrong value', { payload: { handle: 'NOT A HANDLE' } }, 'says: handle: must have'],
    ['a topic of nobody', { topic: 'company-renamed' }, 'Nobody handles the topic "company-renamed"'],
    ['a topic of another service', { topic: 'jobs-deleted', payload: { jobIds: [1] } }, 'Nobody handles'],
    ['a topic that is a property of every object', { topic: 'constructor' }, 'Nobody handles the topic "constructor"'],
  ])('is parked before it is sent: %s', async (_what, recording, problem) => {
    const { taken, take } = aConsumer();
    await box.start(take);
    await box.record('bad', recording);
    await until('parked', 'bad');
    expect(taken).toEqual([]);
    const [event] = await listEvents(box.sql, 10);
    expect(event!.problem).toContain(problem);
  });

  it('is told to whoever reads the log or the metrics', async () => {
    const { take } = aConsumer('odd');
    const { metrics } = await box.start(take);
    await box.record('odd');
    await until('parked', 'odd');
    const line = box.lines.find(({ msg }) => msg.startsWith('event parked'));
    expect(line).toMatchObject({ level: 50, topic: 'company-deleted', eventId: await idOf('odd') });
    const { values } = await metrics[0]!.get();
    const deletions = values.filter(({ labels }) => labels.topic === 'company-deleted');
    expect(deletions.map(({ labels, value }) => ({ ...labels, value }))).toEqual([
      { topic: 'company-deleted', state: 'waiting', value: 0 },
      { topic: 'company-deleted', state: 'parked', value: 1 },
    ]);
  });

  it('holds back later events of the same thing, and of no other', async () => {
    const { taken, take, accept } = aConsumer('acme');
    await box.start(take);
    await box.record('acme');
    await until('parked', 'acme');
    await box.record('acme', { payload: { handle: 'acme-again' } });
    await box.record('bolt');
    while (!taken.includes('bolt')) await turn();
    await until('waiting', 'acme');
    accept();
    await retryEvent(box.sql, (await listEvents(box.sql, 1))[0]!.eventId);
    await until('waiting');
    expect(taken).toEqual(['bolt', 'acme', 'acme-again']);
  });
});

describe('a parked event', () => {
  const aParkedOne = async (key: string) => {
    const consumer = aConsumer(key);
    await box.start(consumer.take);
    await box.record(key);
    await until('parked', key);
    return { ...consumer, id: await idOf(key) };
  };

  it('is delivered once it is retried, under the id it had', async () => {
    const { taken, accept, id } = await aParkedOne('odd');
    accept();
    expect(await retryEvent(box.sql, id)).toBe(true);
    await until('waiting');
    expect(taken).toEqual(['odd']);
    expect(await retryEvent(box.sql, id)).toBe(false);
  });

  it('is parked again where it is refused again', async () => {
    const { refusals, id } = await aParkedOne('odd');
    await retryEvent(box.sql, id);
    while (refusals.get('odd') !== 2) await turn();
    await until('parked', 'odd');
  });

  it('is gone once it is dropped, and what waited for it goes on', async () => {
    const { taken, accept, id } = await aParkedOne('odd');
    await box.record('odd', { payload: { handle: 'later' } });
    accept();
    expect(await dropEvent(box.sql, id)).toBe(true);
    await until('waiting');
    expect(taken).toEqual(['later']);
  });

  it('is found by the beginning of its id', async () => {
    const { id } = await aParkedOne('odd');
    expect(await findEvents(box.sql, id.slice(0, 8))).toMatchObject([{ eventId: id }]);
    expect(await findEvents(box.sql, 'none')).toEqual([]);
  });
});

describe('an event that is still being delivered', () => {
  it('can be neither retried nor dropped', async () => {
    await box.start(() => Promise.reject(new Error('unavailable')));
    await box.record('one');
    const id = await idOf('one');
    expect([await retryEvent(box.sql, id), await dropEvent(box.sql, id)]).toEqual([false, false]);
    expect(await box.left('waiting')).toEqual(['one']);
  });
});
