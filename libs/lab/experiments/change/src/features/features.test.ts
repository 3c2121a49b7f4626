import { fileChangesOf } from '../scratch/file-changes';
import { features } from '.';

it('the features have names of their own, which can be options', () => {
  const names = features.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

// Code that a feature edits may change; then the feature has to change, too.
it.each(features)('every edit of $name fits the code as it is', (feature) => {
  expect(() => fileChangesOf(feature, '.')).not.toThrow();
  expect(fileChangesOf(feature, '.').filter(({ before, after }) => before === after)).toEqual([]);
});
