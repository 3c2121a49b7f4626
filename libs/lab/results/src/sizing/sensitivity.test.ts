import { FIELDS, usualScenario } from './scenario';
import { reachOf, sensitivitiesOf } from './sensitivity';
import { madeUpStack } from './sizing.fixture';

const labelOf = (name: string) => FIELDS.find((field) => field.name === name)!.label;

describe('what an assumption does', () => {
  const found = sensitivitiesOf(madeUpStack(), { ...usualScenario(), rate: 100, reads: 1, roundTrip: 50 });
  const of = (name: string) => found.find(({ assumption }) => assumption === labelOf(name))!;

  it('is nearly all of the median for the round trips of a slow network, and nothing of the cost', () => {
    expect(of('roundTrip').p50.doubled).toBeCloseTo(2, 1);
    expect(of('roundTrip').p50.halved).toBeCloseTo(0.5, 1);
    expect(of('roundTrip').cost).toEqual({ halved: 1, doubled: 1 });
  });

  it('is the outage for the availability of a part, of which what is missing is halved and doubled', () => {
    expect(of('available').outage.doubled).toBeCloseTo(2, 1);
    expect(of('available').outage.halved).toBeCloseTo(0.5, 1);
  });

  it('stays within what can be: nobody has more reads than 100 %', () => {
    expect(of('reads').p50).toEqual({ halved: 1, doubled: 1 });
  });

  it('reaches as far as it moves a figure either way', () => {
    expect(reachOf({ halved: 0.25, doubled: 2 })).toBe(4);
    expect(reachOf({ halved: 1, doubled: Infinity })).toBe(Infinity);
  });
});
