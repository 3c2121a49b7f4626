import { dropEvent, listEvents } from './operation';
import { anOutbox, deliveriesBy } from './outbox.fixture';

let box: Awaited<ReturnType<typeof anOutbox>>;
beforeAll(async () => {
  box = await anOutbox();
}, 60_000);
afterEach(() => box.clear());
afterAll(() => box.remove(), 60_000);

const taking = deliveriesBy(async () => {});

describe('an outbox', () => {
  it('does not start without a delivery for every topic its service records', async () => {
    await expect(box.wired({} as typeof taking).start()).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('The outbox of the companies service delivers no "company-deleted"'),
    });
  });

  it('does not start while it holds a topic that nobody handles, until that is dropped', async () => {
    await box.record('one');
    await box.record('two', { topic: 'company-renamed' });
    await expect(box.wired(taking).start()).rejects.toMatchObject({
      name: 'StartError',
      message: expect.stringContaining('holds events that nobody handles: "company-renamed"'),
    });
    expect(await box.left('waiting')).toEqual(['one', 'two']);
    const odd = (await listEvents(box.sql, 10)).find(({ topic }) => topic === 'company-renamed');
    await dropEvent(box.sql, odd!.eventId);
    await box.start(async () => {});
  });

  it('starts where such an event is parked already', async () => {
    await box.start(async () => {});
    await box.record('odd', { topic: 'company-renamed' });
    await box.until('parked', (keys) => keys.length > 0);
    await box.start(async () => {}, 'next');
  });
});
