import { supplement, withIntervals } from '@jobly/lab/fixtures/results';
import { changeTable } from './change/change-table';
import { slowDeadAndNew } from './conclude';

const outcomes = { sent: 500, failed: { 'status 503': 2, ECONNRESET: 1 }, askedAgain: 4 };

const findings = {
  ...{ reads: outcomes, writes: { sent: 45, failed: {}, askedAgain: 0 } },
  ...{ usualMs: 2, longestMs: 40, readyAfterMs: 900, firstAfterMs: 1_100, evenAfterMs: undefined },
};

describe('the verdict', () => {
  it('of balancing holds every way against round robin, and says what was noticed of one that died', () => {
    const found = withIntervals('ratio', [0.2, 0.4], [0.9, 1.1]);
    const [one, other] = found.comparisons as [(typeof found.comparisons)[0], (typeof found.comparisons)[0]];
    const beside = { base: 'round robin', metric: 'response p95' };
    const results = {
      ...found,
      ...supplement,
      tables: [changeTable([{ configuration: 'three monoliths', findings: [findings, findings] }])],
      comparisons: [
        { ...one, ...beside, other: 'least connections' },
        { ...other, ...beside, other: 'IP hash' },
        { ...one, ...beside, metric: 'response p50', other: 'least connections' },
      ],
    };
    expect(slowDeadAndNew(results)).toBe(
      'With one slow replica of three, response p95 beside that of round robin: least connections 0.30 times, IP hash no detectable difference. When 2 replicas died one after the other, 6 of 1,000 reads failed, and a new one answered its first read 0.62 s after its start.',
    );
  });
});

describe('the table of all deaths', () => {
  it('adds up what failed, and has the median and the longest of times', () => {
    const slower = { ...findings, firstAfterMs: 2_300, longestMs: 90 };
    const { rows, keys } = changeTable([{ configuration: 'three monoliths', findings: [findings, findings, slower] }]);
    const cellOf = (key: string) => rows[keys!.indexOf(key)]![1];
    expect(cellOf('failed reads')).toEqual({ value: 9, unit: 'reads' });
    expect(cellOf('kinds of failed reads')).toBe('6 × status 503, 3 × ECONNRESET');
    expect(cellOf('longest after it')).toBe('90.0 ms');
    expect(cellOf('… first read')).toBe('1.10 s (2.30 s)');
    expect(cellOf('… shares even')).toBe('not seen');
  });
});
