import { durationOf, figureColumns, quickDuration } from './words';

const run = (kept: boolean, quick: boolean, minutes: number, state: 'valid' | 'incomplete' = 'valid') => ({
  ...{ id: '', kept, startedAt: '', minutes, quick, state },
  ...{ verdict: '', uncounted: null, machine: '', samples: null },
});

describe('a duration', () => {
  it.each([
    [0.6, 'under a minute'],
    [1.2, '1 minute'],
    [5.5, '6 minutes'],
    [59.7, '1 h 0 min'],
    [80, '1 h 20 min'],
  ])('of %d minutes is read as %s', (minutes, words) => expect(durationOf(minutes)).toBe(words));
});

describe('how long a quick run takes', () => {
  it('is what the last complete one took here, rather than elsewhere or in full', () => {
    const runs = [run(false, true, 1, 'incomplete'), run(false, false, 30), run(true, true, 9), run(false, true, 4)];
    expect(quickDuration({ runs, quickMinutes: 2 })).toBe('4 minutes');
    expect(quickDuration({ runs: runs.slice(0, 3), quickMinutes: 2 })).toBe('9 minutes');
  });

  it('is what the lecture says where there was none, or unknown', () => {
    expect(quickDuration({ runs: [run(true, false, 30)], quickMinutes: 2.3 })).toBe('2 minutes');
    expect(quickDuration({ runs: [], quickMinutes: null })).toBeUndefined();
  });
});

test('columns of figures are those with nothing else, but for what is missing', () => {
  const rows = [
    ['GET /jobs', '≈ 0.78× (0.49 to 1.24)', '−3.1 ms', '', '1 run'],
    ['2 jobs', '≥ 6.56×', '–', '1.00×', 'they agree'],
  ];
  expect([...figureColumns(rows)]).toEqual([1, 2, 3]);
  expect(figureColumns([]).size).toBe(0);
});
