import type { Study } from './experiment';
import { everythingOf, flagsOf } from './flags';

const study: Study = {
  kind: 'study',
  name: 'made-up',
  question: 'What is there to be done?',
  hypothesis: 'Everything.',
  stacks: 'none',
  observe: async () => ({}),
  conclude: () => ({ verdict: '' }),
};

it('a study that is to do everything is asked for all that it does not do by itself, and nothing less or special', () => {
  const flags = { running: 'more', 'no-suite': 'less', 'feature <name>': 'one' };
  expect(everythingOf({ ...study, flags })).toEqual(['running']);
  expect(flagsOf({ ...study, flags }).map(([spelling]) => spelling)).toEqual(Object.keys(flags));
  expect(everythingOf(study)).toEqual([]);
});
