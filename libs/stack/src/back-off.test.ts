import { backOff } from './back-off';

/** The delays before the restarts of a part that was ready for these times; undefined: it stays down. */
function delaysAfter(readyForMs: number[]): (number | undefined)[] {
  const atEnd = backOff();
  return readyForMs.map((ms) => atEnd(ms)?.delayMs);
}

const DAY_MS = 86_400_000;

test('a part that keeps ending waits twice as long each time, but never over 15 s, and then stays down', () => {
  expect(delaysAfter([0, 0, 0, 0, 0, 0])).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, undefined]);
});

test('each restart says which it is, of how many', () => {
  const atEnd = backOff();
  atEnd(DAY_MS);
  expect(atEnd(0)).toMatchObject({ attempt: 2, limit: 5 });
});

test('earlier ends are forgotten once the part has been ready for half a minute', () => {
  expect(delaysAfter([0, 0, 30_000, 29_999, 0])).toEqual([1_000, 2_000, 1_000, 2_000, 4_000]);
});

test('a part that ends once a day is always restarted', () => {
  expect(delaysAfter(Array<number>(10).fill(DAY_MS))).toEqual(Array(10).fill(1_000));
});
