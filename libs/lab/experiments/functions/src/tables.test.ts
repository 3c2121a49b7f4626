import { conclude } from './conclude';
import { forms } from './forms';
import type { Sample } from './launch';
import { pricesIn } from './prices';
import { coldTable, crowdTable, warmTable } from './tables';

/** Every round takes a little longer, and each form twice as long as the one before. */
const samples: Sample[] = [1, 2, 3, 4, 5].flatMap((round) =>
  forms.map((form, index): Sample => {
    const total = (100 + round) * 2 ** index;
    const parts = { spawn: total / 4, load: total / 4, connect: total / 4, answer: total / 4 };
    return { form, round, ...parts, total, cpu: 80, warm: 2, warmCpu: 2, memoryMiB: 60 + round };
  }),
);

describe('the tables of cold starts', () => {
  it('have every form, with its ratio to node_modules paired by rounds', () => {
    const { rows, keys } = coldTable(samples, 1);
    expect(keys).toEqual([...forms]);
    expect(rows.map((row) => row[6])).toEqual([
      '0.50× (0.50× to 0.50×)',
      '1',
      '2.00× (2.00× to 2.00×)',
      '4.00× (4.00× to 4.00×)',
    ]);
  });

  it('are what the verdict is drawn from', () => {
    const crowd = crowdTable({ instances: 50, connections: 51, memoryMiB: [40, 41, 42, 43] }, 1);
    const tables = [coldTable(samples, 1), warmTable(samples, pricesIn([]), 1), crowd];
    const { verdict } = conclude({ tables });
    expect(verdict).toContain('50 instances hold 51 connections');
    expect(verdict).toMatch(/A cold start takes 824\.00 \(.*\) ms as deployed, 206\.00 \(.*\) ms from node_modules/);
    expect(conclude({ tables: [] })).toEqual({ verdict: 'Nothing was observed.' });
  });
});
