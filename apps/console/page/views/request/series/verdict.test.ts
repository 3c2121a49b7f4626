import type { Longer } from '../../../../api/request';
import { range, verdictsOn } from './verdict';

const interval = (estimate: number, by = 0.1) => ({ estimate, low: estimate - by, high: estimate + by });
const longer: Longer = {
  ...{ stack: 'micro', base: 'monolith', ratio: interval(2.4), added: interval(1.1) },
  parts: [
    { name: 'gateway', added: interval(0.3) },
    { name: 'hops', added: interval(0.6) },
    { name: 'database', added: interval(0.15, 0.2) },
  ],
};
const plain = (texts: string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));

describe('the verdict on a series', () => {
  it('says how many times as long a stack takes, and what the added time is, as far as that is certain', () => {
    expect(plain(verdictsOn(longer, 200))).toEqual([
      'The microservices take 2.40 (2.30 to 2.50) times as long as the monolith (medians of blocks of n = 200 each).',
      'Of 1.10 ms (1.00 to 1.20) added on average: hops 0.60 (0.50 to 0.70), gateway 0.30 (0.20 to 0.40).',
    ]);
  });

  it('claims no difference that is within the error', () => {
    const [first, ...others] = verdictsOn({ ...longer, ratio: interval(1.05) }, 200);
    expect(first).toMatch(/no difference was found\.$/);
    expect(others).toEqual([]);
  });

  it('explains nothing that the stacks do not tell', () => {
    expect(verdictsOn({ ...longer, added: undefined, parts: [] }, 200)).toHaveLength(1);
  });
});

it('an interval without an end says so', () =>
  expect(range({ estimate: 1, low: 1, high: null as unknown as number })).toBe('1.00 to unknown'));
