import { chosen } from './chosen';
import type { Feature } from './features/feature';

const [reviews, tags] = ['reviews', 'tags'].map((name): Feature => ({ name, title: '', edits: [] }));
const features = [reviews!, tags!];

it('all features are chosen, or the one that is named', () => {
  expect(chosen(features, ['no-suite'])).toBe(features);
  expect(chosen(features, ['no-suite', 'feature tags'])).toEqual([tags]);
});

it('a feature that does not exist is refused, with those that do', () => {
  expect(() => chosen(features, ['feature tag'])).toThrow('There is no feature "tag"; there are reviews, tags.');
});
