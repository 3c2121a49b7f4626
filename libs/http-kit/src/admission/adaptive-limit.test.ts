import { adaptiveLimit } from './adaptive-limit';

const { jest } = import.meta;
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A limit, and the delay (ms) that the event loop is to have from now on. */
function aLimit(bounds = { least: 4, most: 100 }) {
  const loop = { delay: 0, inUse: bounds.most };
  const limit = adaptiveLimit(
    bounds,
    () => loop.inUse,
    () => loop.delay,
  );
  const intervals = (count: number) => jest.advanceTimersByTime(100 * count);
  return { loop, limit, intervals };
}

describe('an adaptive limit', () => {
  it('begins with the most', () => {
    expect(aLimit().limit.current).toBe(100);
  });

  it('falls by a quarter at a time while the event loop is late, to the least', () => {
    const { loop, limit, intervals } = aLimit();
    loop.delay = 50;
    intervals(1);
    expect(limit.current).toBe(75);
    intervals(1);
    expect(limit.current).toBe(56);
    intervals(20);
    expect(limit.current).toBe(4);
  });

  it('falls from what is in use, if that is less', () => {
    const { loop, limit, intervals } = aLimit();
    loop.delay = 50;
    loop.inUse = 20;
    intervals(1);
    expect(limit.current).toBe(15);
  });

  it('rises in small steps when it is reached and the event loop is in time, to the most', () => {
    const { loop, limit, intervals } = aLimit();
    loop.delay = 50;
    intervals(20);
    loop.delay = 1;
    limit.reached();
    intervals(1);
    expect(limit.current).toBe(8);
    for (let i = 0; i < 50; i += 1) {
      limit.reached();
      intervals(1);
    }
    expect(limit.current).toBe(100);
  });

  it('stays as it is while nobody needs more', () => {
    const { loop, limit, intervals } = aLimit();
    loop.delay = 50;
    intervals(1);
    loop.delay = 1;
    intervals(50);
    expect(limit.current).toBe(75);
  });

  it('does not change any more once it is stopped', () => {
    const { loop, limit, intervals } = aLimit();
    limit.stop();
    loop.delay = 50;
    intervals(5);
    expect(limit.current).toBe(100);
  });

  it('watches the event loop of its own process by default', async () => {
    jest.useRealTimers();
    const limit = adaptiveLimit({ least: 4, most: 100 }, () => 100);
    const began = performance.now();
    while (limit.current === 100 && performance.now() - began < 10_000) {
      const until = performance.now() + 60;
      while (performance.now() < until);
      await new Promise((resolve) => setTimeout(resolve));
    }
    limit.stop();
    expect(limit.current).toBeLessThan(100);
  });
});
