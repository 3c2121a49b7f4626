import { EventEmitter, once } from 'node:events';
import { anOutbox, deliveriesBy } from './outbox.fixture';

let box: Awaited<ReturnType<typeof anOutbox>>;
beforeAll(async () => {
  box = await anOutbox();
}, 30_000);
afterEach(() => box.clear());
afterAll(() => box.remove(), 30_000);

/** A neighbour that records its events; `heardAll` resolves once it has received these. */
function aNeighbour(take: (key: string) => Promise<unknown> = async () => {}) {
  const heard: string[] = [];
  const deliveries = new EventEmitter();
  const hear = async (key: string) => {
    heard.push(key);
    deliveries.emit('heard');
    await take(key);
  };
  const heardAll = async (...keys: string[]) => {
    while (!keys.every((key) => heard.includes(key))) await once(deliveries, 'heard');
  };
  return { heard, hear, heardAll };
}

/** Resolves once no event waits any more. */
const allDelivered = () => box.until('waiting', (keys) => keys.length === 0);

describe('an event', () => {
  it('is delivered and forgotten', async () => {
    const { heard, hear } = aNeighbour();
    await box.start(hear);
    await box.record('one');
    await allDelivered();
    expect(heard).toEqual(['one']);
  });

  it('costs the statements of its delivery, however often nothing was due', async () => {
    const { hear } = aNeighbour();
    const { traffic, stop } = await box.start(hear);
    await box.record('one');
    await allDelivered();
    await stop();
    // BEGIN, the selection, the deletion, COMMIT.
    expect(traffic.requests.statements).toBe(4);
    // At least the poll that found it.
    expect(traffic.background.statements).toBeGreaterThan(0);
  });

  it('does not wait for those of another consumer, which hangs', async () => {
    const { hear, heardAll } = aNeighbour();
    const [asked, hanging] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    await box.startJobs({
      'job-changed': async () => {
        asked.resolve(undefined);
        await hanging.promise;
      },
      'jobs-deleted': ({ jobIds }) => hear(String(jobIds)),
    });
    const changed = { key: 7, version: 2, content: null };
    await box.record('job-changed 7', { topic: 'job-changed', payload: { rows: [changed] } });
    await asked.promise;
    await box.record('8', { topic: 'jobs-deleted', payload: { jobIds: [8] } });
    await heardAll('8');
    hanging.resolve(undefined);
    await allDelivered();
  });

  it('is delivered once its transaction is over, and not before', async () => {
    const { heard, hear, heardAll } = aNeighbour();
    await box.start(hear);
    const meanwhile = async () => {
      await box.record('second');
      await heardAll('second');
    };
    await box.record('first', { meanwhile });
    await heardAll('first');
    expect(heard).toEqual(['second', 'first']);
  });

  it('is never delivered where its transaction failed', async () => {
    const { heard, hear, heardAll } = aNeighbour();
    await box.start(hear);
    const failed = box.record('failed', { meanwhile: () => Promise.reject(new Error('rolled back')) });
    await expect(failed).rejects.toThrow('rolled back');
    await box.record('done');
    await heardAll('done');
    expect(heard).toEqual(['done']);
  });

  it.each(['1 minute', '10 minutes', '2 hours'])(
    'is delivered although the server’s clock was set back by %s',
    async (jump) => {
      await box.record('one');
      await box.run(`UPDATE outbox_events SET next_attempt_at = next_attempt_at + interval '${jump}'`);
      const { heard, hear } = aNeighbour();
      await box.start(hear);
      await allDelivered();
      expect(heard).toEqual(['one']);
    },
  );

  it('that was recorded while nobody delivered is delivered at the next start', async () => {
    await box.record('one');
    await box.record('two');
    const { heard, hear } = aNeighbour();
    await box.start(hear);
    await allDelivered();
    expect(heard).toEqual(['one', 'two']);
  });
});

describe('a neighbour that does not take an event', () => {
  it('is told again until it does', async () => {
    let refusals = 3;
    const { heard, hear } = aNeighbour(async () => {
      if (refusals-- > 0) throw new Error('unavailable');
    });
    await box.start(hear);
    await box.record('one');
    await allDelivered();
    expect(heard).toEqual(['one', 'one', 'one', 'one']);
  });

  it('is told the same id each time, and no other event has it', async () => {
    const told: string[] = [];
    await box.start(async (key, eventId) => {
      told.push(`${key} ${eventId}`);
      if (told.length === 1) throw new Error('unavailable');
    });
    await box.record('one');
    await allDelivered();
    await box.record('two');
    await allDelivered();
    const ids = told.map((line) => line.split(' ')[1]);
    expect(told).toEqual([`one ${ids[0]}`, `one ${ids[0]}`, `two ${ids[2]}`]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('is told again within two seconds, however often it was told before', async () => {
    const { hear, heardAll } = aNeighbour(() => Promise.reject(new Error('unavailable')));
    await box.record('one');
    await box.run('UPDATE outbox_events SET attempts = 20');
    await box.start(hear);
    await heardAll('one');
    let postponed: { attempts: number; later: boolean }[] = [];
    const text = `SELECT attempts, next_attempt_at - now() BETWEEN '0 s' AND '2 s' AS later FROM outbox_events`;
    while (postponed[0]?.attempts !== 21) postponed = await box.run(text);
    expect(postponed).toEqual([{ attempts: 21, later: true }]);
  });

  it('is named in the log, with what it did not take', async () => {
    let refusals = 1;
    const { hear } = aNeighbour(async () => {
      if (refusals-- > 0) throw new Error('unavailable');
    });
    await box.start(hear);
    await box.record('one');
    await allDelivered();
    expect(box.lines.filter(({ msg }) => msg === 'event not delivered yet')).toEqual([
      expect.objectContaining({
        level: 40,
        topic: 'company-deleted',
        eventId: expect.any(String),
        attempts: 1,
        err: expect.objectContaining({ message: 'unavailable' }),
      }),
    ]);
  });

  it('does not keep other events waiting', async () => {
    const { hear, heardAll } = aNeighbour(async (key) => {
      if (key === 'bad') throw new Error('unavailable');
    });
    await box.start(hear);
    await box.record('bad');
    await box.record('good');
    await heardAll('good');
    await box.until('waiting', (keys) => !keys.includes('good'));
    expect(await box.left('waiting')).toEqual(['bad']);
  });
});

describe('two who deliver', () => {
  it('never deliver one event at the same time', async () => {
    const release = Promise.withResolvers<undefined>();
    const { heard, hear, heardAll } = aNeighbour(() => release.promise);
    await box.start(hear);
    await box.start(hear);
    await box.record('one');
    await box.record('two');
    await heardAll('one', 'two');
    release.resolve(undefined);
    await allDelivered();
    expect(heard.sort()).toEqual(['one', 'two']);
  });

  it('stand in for each other: what one was delivering when it was cut off, the other delivers', async () => {
    const cutOff = aNeighbour(() => box.cut('first'));
    await box.start(cutOff.hear, 'first');
    await box.record('one');
    await cutOff.heardAll('one');
    const other = aNeighbour();
    await box.start(other.hear, 'second');
    await box.record('two');
    await other.heardAll('one', 'two').then(allDelivered);
    expect(other.heard.sort()).toEqual(['one', 'two']);
  });
});

describe('one who delivers', () => {
  it('goes on after its connection was cut', async () => {
    let cuts = 1;
    const { heard, hear } = aNeighbour(async () => {
      if (cuts-- > 0) await box.cut('deliverer');
    });
    await box.start(hear);
    await box.record('one');
    await allDelivered();
    expect(heard).toEqual(['one', 'one']);
    expect(box.lines).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'the outbox cannot be read', err: expect.anything() }),
    );
  });

  it('can be stopped before it was started', async () => {
    await expect(box.wired(deliveriesBy(async () => {})).stop()).resolves.toBeUndefined();
  });

  it('needs no notification', async () => {
    const { heard, hear } = aNeighbour();
    await box.start(hear);
    await box.cut('outbox');
    await box.record('one');
    await allDelivered();
    expect(heard).toEqual(['one']);
  });

  it('finishes what is under way when it is stopped, and leaves the rest', async () => {
    const release = Promise.withResolvers<undefined>();
    const { heard, hear, heardAll } = aNeighbour(() => release.promise);
    const outbox = await box.start(hear);
    await box.record('under-way');
    await heardAll('under-way');
    await box.record('next');
    const stopped = outbox.stop();
    release.resolve(undefined);
    await stopped;
    expect(heard).toEqual(['under-way']);
    expect(await box.left('waiting')).toEqual(['next']);
  });

  it('finishes what is under way when it is paused, and leaves the rest to others until it is resumed', async () => {
    const release = Promise.withResolvers<undefined>();
    const { heard, hear, heardAll } = aNeighbour(() => release.promise);
    const outbox = await box.start(hear);
    await box.record('under-way');
    await heardAll('under-way');
    const paused = outbox.pause();
    release.resolve(undefined);
    await paused;
    expect(await box.left('waiting')).toEqual([]);
    await box.record('next');
    const other = await box.start(async () => {});
    await allDelivered();
    await other.stop();
    expect(heard).toEqual(['under-way']);
    outbox.resume();
    await box.record('last');
    await allDelivered();
    expect(heard).toEqual(['under-way', 'last']);
  });

  it('delivers nothing if it is paused before it starts, and can be stopped', async () => {
    const { heard, hear } = aNeighbour();
    const outbox = box.wired(deliveriesBy(hear));
    await outbox.pause();
    await box.record('one');
    await outbox.start();
    await box.start(async () => {});
    await allDelivered();
    await outbox.stop();
    expect(heard).toEqual([]);
  });

  it('leaves what the neighbour did not take', async () => {
    const { hear, heardAll } = aNeighbour(() => Promise.reject(new Error('unavailable')));
    const outbox = await box.start(hear);
    await box.record('one');
    await heardAll('one');
    await outbox.stop();
    expect(await box.left('waiting')).toEqual(['one']);
    const next = aNeighbour();
    await box.start(next.hear);
    await allDelivered();
    expect(next.heard).toEqual(['one']);
  });
});
