import { longestIn, stalenessTable } from './staleness-table';
import { ways } from './ways';

const wayOf = (wanted: string) => ways.find(({ name }) => name === wanted)!;

describe('how long a change is not seen', () => {
  it('is shown in ms or s beside the bound of each way', () => {
    const { rows } = stalenessTable([
      { way: wayOf('monolith: call'), lags: [0, 0, 0] },
      { way: wayOf('micro: cached'), lags: [0, 20, Infinity] },
      { way: wayOf('micro: replica'), lags: [7, 999, 1_000] },
    ]);
    expect(rows).toEqual([
      ['monolith: call', 'seen at once', 'seen at once', 'never wrong'],
      ['micro: cached', { value: 20, unit: 'ms' }, 'not seen', '5 s'],
      ['micro: replica', { value: 999, unit: 'ms' }, { value: 1, unit: 's' }, expect.stringContaining('60 s')],
    ]);
  });

  it.each([0, 7, 999, 4_900, Infinity])('can be read from the table again: %d ms', (lag) => {
    const way = wayOf('micro: replica');
    expect(longestIn({ tables: [stalenessTable([{ way, lags: [0, lag] }])] })).toEqual([{ way, longest: lag }]);
  });
});
