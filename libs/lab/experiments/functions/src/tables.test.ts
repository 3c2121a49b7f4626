import { conclude } from './conclude';
import { forms } from './forms';
import type { Sample } from './launch';
import { pricesIn } from './prices';
import { idleTable } from './idle-table';
import { coldTable, warmTable } from './tables';

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
      '8.00× (8.00× to 8.00×)',
    ]);
  });

  it('say nothing of parts that a form does not have', () => {
    const server = samples.map((sample) => ({ ...sample, load: sample.form === 'server' ? undefined : sample.load }));
    expect(coldTable(server, 1).rows.map(([, , load]) => load === '–')).toEqual(forms.map((form) => form === 'server'));
  });

  it('are what the verdict is drawn from', () => {
    const many = { connections: 5, memoryMiB: [40, 41, 42, 43], cpu: [0, 0, 0, 0] };
    const idle = { frozen: many, awake: many, server: { connections: 3, memoryMiB: [95], cpu: [2.5] } };
    const tables = [coldTable(samples, 1), warmTable(samples, pricesIn([]), 1), idleTable(idle, 1)];
    const { verdict } = conclude({ tables });
    expect(verdict).toContain('4 idle instances hold 5 connections and 166 MiB, one server 3 and 95 MiB');
    expect(tables[2]!.rows[2]).toEqual(['server', '1', '3', '95 MiB', '95 MiB', '2.50 ms/s']);
    expect(verdict).toMatch(/A cold start takes 824\.00 \(.*\) ms as deployed, 206\.00 \(.*\) ms from node_modules/);
    expect(conclude({ tables: [] })).toEqual({ verdict: 'Nothing was observed.' });
  });
});
