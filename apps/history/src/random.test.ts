import { randomFrom } from './random';

const thousand = (seed: number) => {
  const { between } = randomFrom(seed);
  return Array.from({ length: 1_000 }, () => between(10, 20));
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(thousand(1)).toEqual(thousand(1));
  expect(thousand(1)).not.toEqual(thousand(2));
});

test('every number of the range comes about equally often, and no other', () => {
  const counts = Map.groupBy(thousand(3), (number) => number);
  expect([...counts.keys()].sort()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  for (const { length } of counts.values()) expect(Math.abs(length - 100)).toBeLessThan(50);
});
