import { EventRefused } from '@jobly/contracts';
import { anOutbox } from './outbox.fixture';

const LONG = 60_000;

let box: Awaited<ReturnType<typeof anOutbox>>;
beforeAll(async () => {
  box = await anOutbox();
}, 60_000);
afterEach(() => box.clear());
afterAll(() => box.remove(), 60_000);

const take = async () => {};
const unavailable = () => Promise.reject(new Error('unavailable'));

describe('whoever waits for events', () => {
  it('hears when the last one is delivered, and not before', async () => {
    const order: string[] = [];
    const release = Promise.withResolvers<undefined>();
    const { deliveredWithin } = await box.start(async (key) => {
      if (key === 'two') await release.promise;
      order.push(key);
    });
    const eventIds = [await box.record('one'), await box.record('two')];
    const confirmed = deliveredWithin(LONG)(eventIds).then((isDelivered) => order.push(`all: ${isDelivered}`));
    await box.until('waiting', (keys) => !keys.includes('one'));
    release.resolve(undefined);
    await confirmed;
    expect(order).toEqual(['one', 'two', 'all: true']);
  });

  it('hears it after deliveries that failed', async () => {
    let failures = 2;
    const { deliveredWithin } = await box.start(() => (failures-- > 0 ? unavailable() : take()));
    expect(await deliveredWithin(LONG)([await box.record('one')])).toBe(true);
    expect(failures).toBe(-1);
  });

  it('hears it of events that were delivered before', async () => {
    const { deliveredWithin } = await box.start(take);
    const eventId = await box.record('one');
    await box.until('waiting', (keys) => keys.length === 0);
    expect(await deliveredWithin(LONG)([eventId])).toBe(true);
  });

  it('hears it although notifications are lost', async () => {
    const { deliveredWithin } = await box.start(take);
    await box.cut('outbox');
    expect(await deliveredWithin(LONG)([await box.record('one')])).toBe(true);
  });

  it('waits for nothing where there are no events', async () => {
    expect(
      await box.wired({ 'company-changed': async () => {}, 'company-deleted': take }).deliveredWithin(LONG)([]),
    ).toBe(true);
  });

  it('goes when the time is over', async () => {
    const { deliveredWithin } = await box.start(unavailable);
    expect(await deliveredWithin(1)([await box.record('one')])).toBe(false);
  });

  it('goes once one of the events is parked, because that is not delivered before somebody sees to it', async () => {
    const { deliveredWithin } = await box.start(async (key) => {
      if (key === 'odd') throw new EventRefused('No odd please');
    });
    const eventIds = [await box.record('even'), await box.record('odd')];
    expect(await deliveredWithin(LONG)(eventIds)).toBe(false);
  });

  it('goes when the process stops, and later ones do not wait', async () => {
    const { deliveredWithin, stop } = await box.start(unavailable);
    const eventIds = [await box.record('one')];
    const waited = deliveredWithin(LONG)(eventIds);
    await stop();
    expect(await waited).toBe(false);
    expect(await deliveredWithin(LONG)(eventIds)).toBe(false);
  });
});

describe('by notifications alone, without polling', () => {
  const others = ['Date', 'performance', 'nextTick', 'queueMicrotask', 'setImmediate', 'setInterval'];
  beforeEach(() => import.meta.jest.useFakeTimers({ doNotFake: others as FakeableAPI[] }));
  afterEach(() => import.meta.jest.useRealTimers());

  it('a delivery is heard of in every replica', async () => {
    const replicas = [await box.start(take), await box.start(take)];
    await box.listening(2);
    const eventIds = [await box.record('one')];
    const heard = replicas.map(({ deliveredWithin }) => deliveredWithin(LONG)(eventIds));
    expect(await Promise.all(heard)).toEqual([true, true]);
  });
});
