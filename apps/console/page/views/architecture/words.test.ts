import type { BlastRadius, Outcome } from '../../../api/architecture';
import type { PartState } from '../../../api/state';
import { conditionInWords, conditionOf, outcomeInWords, summaryOf } from './words';

const part = (name: PartState['name'], title: string, state: Partial<PartState> = {}): PartState => ({
  ...{ name, title, topology: 'micro', modules: [], url: '', pid: 1, faults: { cut: [] } },
  ...state,
});
const parts = [part('monolith', 'monolith'), part('companies', 'companies service'), part('jobs', 'jobs service')];

const outcomes = (...all: Outcome['is'][]) =>
  Object.fromEntries(all.map((is, index) => [String(index), { is, ms: 5, answer: 200 }]));

const result = (changed: Partial<BlastRadius>): BlastRadius => ({
  ...{ faults: [], endedAt: 0, isChecking: false },
  stacks: [
    { topology: 'monolith', outcomes: outcomes('works', 'works', 'works') },
    { topology: 'micro', outcomes: outcomes('works', 'slow', 'fails') },
  ],
  ...changed,
});

describe('the summary', () => {
  test('counts what works in every stack, and names the faults', () => {
    const faults = [
      { part: 'jobs', cut: ['database', 'companies'] },
      { part: 'companies', is: 'frozen', cut: [] },
    ] as const;
    expect(summaryOf(result({ faults }), parts)).toBe(
      'With the companies service frozen and the jobs service cut off from its database and the companies service, ' +
        '3 of 3 operations work in the monolith; 2 of 3 in the microservices, 1 of them slowly.',
    );
  });

  test('says nothing of a stack that was not tried', () => {
    const stacks = [{ topology: 'monolith', outcomes: {} } as const, result({}).stacks[1]!];
    expect(summaryOf(result({ stacks }), parts)).toBe(
      'With nothing at fault, 2 of 3 operations work in the microservices, 1 of them slowly.',
    );
  });
});

test('what is at fault now is one sentence, or nothing', () => {
  expect(conditionInWords(parts)).toBe('');
  const ill = [
    part('jobs', 'jobs service', { pid: null }),
    part('users', 'users service', { faults: { held: 'slowed', cut: ['jobs'] } }),
  ];
  expect(conditionInWords(ill)).toBe(
    'The jobs service is down and the users service is slowed down and cut off from the jobs service.',
  );
});

test.each([
  [{ pid: 1, faults: { cut: [] } }, 'ready', 'ready'],
  [{ pid: 1, faults: { cut: [] } }, 'unready', 'not ready'],
  [{ pid: 1, faults: { cut: [] } }, 'silent', 'no answer'],
  [{ pid: 1, faults: { held: 'frozen', cut: [] } }, 'silent', 'frozen'],
  [{ pid: 1, faults: { held: 'stopped', cut: [] } }, 'ready', 'stopping'],
  [{ pid: null, faults: { held: 'stopped', cut: [] } }, null, 'stopped'],
  [{ pid: null, faults: { cut: [] } }, null, 'down'],
] as const)('a process that is %j and %s is called %s', (state, health, words) => {
  expect(conditionOf(state, health)).toBe(words);
});

test.each([
  [{ is: 'works', ms: 1_234, answer: 200 }, '1,234 ms'],
  [{ is: 'slow', ms: 1_234, answer: 200 }, 'slow, 1,234 ms'],
  [{ is: 'fails', ms: 12, answer: 503 }, '503 in 12 ms'],
  [{ is: 'fails', ms: 2_500, answer: 'no answer' }, 'no answer'],
] as const)('an outcome is shown with what tells how: %j', (outcome, words) => {
  expect(outcomeInWords(outcome)).toBe(words);
});
