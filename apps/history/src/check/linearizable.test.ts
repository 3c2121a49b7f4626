import type { Value } from '../record/entries';
import { type Step, isLinearizable } from './linearizable';

const write = (value: Value, invokedAt: number, completedAt = Infinity): Step => ({
  ...{ invokedAt, completedAt },
  apply: () => value,
});
const read = (value: Value, invokedAt: number, completedAt: number): Step => ({
  ...{ invokedAt, completedAt },
  apply: (before) => (before === value ? before : undefined),
});

test('nothing is in order, and so is one step after the other', () => {
  expect(isLinearizable([])).toBe(true);
  expect(isLinearizable([write('a', 0, 1), read('a', 2, 3), write('b', 4, 5), read('b', 6, 7)])).toBe(true);
});

test('a record is absent at first', () => {
  expect(isLinearizable([read(null, 0, 1)])).toBe(true);
  expect(isLinearizable([read('a', 0, 1)])).toBe(false);
});

test('a read after a write shows it', () => {
  expect(isLinearizable([write('a', 0, 1), read(null, 2, 3)])).toBe(false);
  expect(isLinearizable([write('a', 0, 1), write('b', 2, 3), read('a', 4, 5)])).toBe(false);
});

test('a read beside a write may show it or not, but not first so and then otherwise', () => {
  const writes = [write('a', 0, 1), write('b', 2, 10)];
  for (const value of ['a', 'b']) expect(isLinearizable([...writes, read(value, 3, 4)])).toBe(true);
  expect(isLinearizable([...writes, read('a', 3, 4), read('b', 5, 6)])).toBe(true);
  expect(isLinearizable([...writes, read('b', 3, 4), read('a', 5, 6)])).toBe(false);
});

test('writes beside each other take effect in one order for all', () => {
  const writes = [write('a', 0, 9), write('b', 0, 9)];
  expect(isLinearizable([...writes, read('b', 10, 11)])).toBe(true);
  expect(isLinearizable([...writes, read('a', 10, 11), read('b', 12, 13)])).toBe(false);
});

test('a write without a known end takes effect never or at any later time, but once', () => {
  const unknown = [write('a', 0, 1), write('b', 2)];
  expect(isLinearizable([...unknown, read('a', 3, 4)])).toBe(true);
  expect(isLinearizable([...unknown, read('a', 3, 4), read('b', 5, 6)])).toBe(true);
  expect(isLinearizable([read('b', 0, 1), ...unknown])).toBe(false);
  expect(isLinearizable([...unknown, read('b', 3, 4), write('c', 5, 6), read('b', 7, 8)])).toBe(false);
});

test('a history of a few dozen steps, some of them without a known end, is no labour', () => {
  const steps = Array.from({ length: 48 }, (_, at) => write(at, at * 10, at % 8 === 0 ? Infinity : at * 10 + 15));
  expect(isLinearizable([...steps, read(47, 1_000, 1_001)])).toBe(true);
  expect(isLinearizable([...steps, read(1, 1_000, 1_001)])).toBe(false);
});
