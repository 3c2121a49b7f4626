import { partsOf, scheduleOf } from './schedule';

const MINUTE = 60_000;

test('a schedule depends on its seed alone', () => {
  expect(scheduleOf('micro', 1, MINUTE)).toEqual(scheduleOf('micro', 1, MINUTE));
  expect(scheduleOf('micro', 1, MINUTE)).not.toEqual(scheduleOf('micro', 2, MINUTE));
});

test('a longer run begins as a shorter one', () => {
  const short = scheduleOf('micro', 1, MINUTE);
  expect(scheduleOf('micro', 1, 2 * MINUTE).slice(0, short.length)).toEqual(short);
});

test.each(['monolith', 'micro'] as const)('within minutes, everything happens to every process of the %s', (stack) => {
  const faults = scheduleOf(stack, 1, 10 * MINUTE);
  const happened = new Set(faults.map(({ target, does }) => `${does} ${target}`));
  const expected = partsOf[stack].flatMap((part) => [`kill ${part}`, `pause ${part}`]);
  expect([...happened].sort()).toEqual([...expected, 'kill postgres'].sort());
});

test('pauses have a length, and everything lies within the run, in its order', () => {
  const faults = scheduleOf('micro', 3, MINUTE);
  for (const { does, forMs } of faults) expect(forMs !== undefined).toBe(does === 'pause');
  const times = faults.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(times.at(-1)).toBeLessThan(MINUTE);
});
