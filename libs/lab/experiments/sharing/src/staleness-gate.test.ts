import { stalenessGates } from './staleness-gate';
import { stalenessTable } from './staleness-table';
import { ways } from './ways';

/** A run in which these were the longest times (ms) for which a change was not seen. */
const foundAt = (longest: Record<string, number>) => {
  const found = ways.filter(({ name }) => name in longest).map((way) => ({ way, lags: [0, longest[way.name]!] }));
  return { tables: [stalenessTable(found)] };
};

describe('the gate', () => {
  it.each([
    ['monolith: call', 0, true],
    ['micro: call', 1, false],
    ['monolith: join', 0, true],
    ['monolith: join', 1, false],
    ['micro: cached', 5_200, true],
    ['micro: cached', 5_201, false],
    ['micro: replica', 60_000, true],
    ['micro: replica', 60_001, false],
    ['micro: replica', Infinity, false],
  ])('holds %s to its bound when a change is seen after %d ms', (name, lag, passed) => {
    const [gate] = stalenessGates(foundAt({ 'monolith: call': 0, [name]: lag }));
    expect(gate).toMatchObject({ name: 'staleness within its bound', passed });
    if (!passed) expect(gate!.figure).toMatch(new RegExp(`^${name} `));
  });

  it('is not there for a run that changed nothing', () => {
    expect(stalenessGates({ tables: [] })).toEqual([]);
  });
});
