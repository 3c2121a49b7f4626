import { Failure } from '@jobly/lab/instrument';
import { usualScenario } from '@jobly/lab/results';
import { askedScenario } from './asked';

describe('the scenario that the command line asks for', () => {
  it('is the usual one but for what was said', () => {
    expect(askedScenario(['rate 800', 'round-trip 2ms', 'reads 70%'])).toEqual({
      ...usualScenario(),
      ...{ rate: 800, roundTrip: 2, reads: 0.7 },
    });
  });

  it('is refused for what cannot be, in a sentence with the option', () => {
    expect(() => askedScenario(['replicas 1.5'])).toThrow(
      new Failure('--replicas must be a whole number from 0 to 1000, not "1.5".'),
    );
  });
});
