import type { Table } from '../results';
import { othersCell, othersReason } from './others-reason';

const seen = (...shares: (number | null)[]): { tables: Table[] } => ({
  tables: [
    {
      ...{ name: 'use', title: 'What was used', note: '', head: ['deployment', 'others'] },
      rows: shares.map((share) => ['monolith', othersCell(share)]),
    },
  ],
});

describe('what others than the lab used', () => {
  it('is a reason against a study if it is too much on average, where it is known', () => {
    expect(othersReason(seen(0.01, 0.08, null), 'use')).toEqual([]);
    expect(othersReason(seen(0.01, 0.12), 'use')).toEqual([expect.stringMatching(/^Others than the lab used 7 %/)]);
  });

  it('is a reason, too, if it is not known at all', () => {
    const reason = [expect.stringMatching(/^Nothing is known of what others/)];
    expect(othersReason(seen(null, null), 'use')).toEqual(reason);
    expect(othersReason(seen(0.01), 'another table')).toEqual(reason);
  });
});
