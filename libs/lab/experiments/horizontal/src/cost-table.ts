import { differenceOf } from '@jobly/lab/instrument';
import { count, intervalInWords, type Table, threeDigits } from '@jobly/lab/results';
import type { Found } from './laws';
import type { Sample } from './sample';

/** The table's name, by which conclusions find it. */
export const COST = 'cost';

/** What every way takes to serve what all of them can. */
export function costTable(found: readonly Found[], samples: readonly Sample[], seed: number): Table {
  const rate = Math.min(...found.map(({ counts }) => Math.max(...counts.map((one) => one.rate.estimate))));
  return {
    name: COST,
    title: `What ${count(rate)} requests/s take`,
    note: 'The fewest replicas, of those measured, that serve at least so many, which is what the last of all serves at most. Memory is the resident sets of all processes but PostgreSQL’s; CPU time that of everything but the generator, with the 95 % interval over launches.',
    head: ['replicated', 'replicas', 'memory', 'CPU time per request', 'CPUs for this rate'],
    rows: found.map(({ way, counts }) => {
      const { replicas } = counts.find((one) => one.rate.estimate >= rate)!;
      const same = samples.filter((sample) => sample.way === way && sample.replicas === replicas);
      const memory = same.reduce((sum, { memoryMiB }) => sum + memoryMiB, 0) / same.length;
      const cpu = differenceOf(
        same.map(({ cpuMs, launch }) => ({ base: 0, other: cpuMs, launch })),
        { seed },
      );
      return [
        way,
        String(replicas),
        { value: memory, unit: 'MiB' },
        `${threeDigits(cpu.estimate)} ms (${intervalInWords(cpu)})`,
        threeDigits((cpu.estimate * rate) / 1_000),
      ];
    }),
    keys: found.map(({ way }) => way),
  };
}
