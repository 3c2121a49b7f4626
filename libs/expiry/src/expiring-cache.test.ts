import { jumps, mockedClocks } from './clocks.fixture';
import { thisMoment } from './elapsed';
import { expiringCache } from './expiring-cache';

let clock: ReturnType<typeof mockedClocks>;
beforeEach(() => {
  clock = mockedClocks();
});
afterEach(() => import.meta.jest.restoreAllMocks());

describe('a value', () => {
  it('is kept for its lifetime', () => {
    const cache = expiringCache<string>(10);
    cache.set('key', 'value', 1_000);
    clock.advance(0.9);
    expect(cache.get('key')).toBe('value');
    clock.advance(0.1);
    expect(cache.get('key')).toBeUndefined();
  });

  it('that is older than its arrival is kept that much shorter', () => {
    const cache = expiringCache<string>(10);
    const since = thisMoment();
    clock.advance(0.5);
    cache.set('key', 'value', 1_000, since);
    clock.advance(0.5);
    expect(cache.get('key')).toBeUndefined();
  });

  it.each(jumps)('is not kept across a jump of the wall clock by %p s', (jump) => {
    const cache = expiringCache<string>(10);
    cache.set('key', 'value', 60_000);
    clock.jump(jump);
    expect(cache.get('key')).toBeUndefined();
  });

  it('that is deleted is gone', () => {
    const cache = expiringCache<string>(10);
    cache.set('key', 'value', 1_000);
    cache.delete('key');
    expect(cache.get('key')).toBeUndefined();
  });
});

describe('of too much, what was used last is kept', () => {
  it('where values are counted', () => {
    const cache = expiringCache<number>(2);
    for (const key of ['one', 'two']) cache.set(key, 1, 1_000);
    cache.get('one');
    cache.set('three', 1, 1_000);
    expect(['one', 'two', 'three'].map((key) => cache.get(key))).toEqual([1, undefined, 1]);
  });

  it('where they are weighed', () => {
    const cache = expiringCache<string>({ weight: 10, weigh: ({ length }) => length });
    cache.set('heavy', 'a'.repeat(11), 1_000);
    for (const key of ['one', 'two', 'three']) cache.set(key, 'b'.repeat(5), 1_000);
    expect(['heavy', 'one', 'two', 'three'].map((key) => cache.get(key)?.length)).toEqual([undefined, undefined, 5, 5]);
  });
});
