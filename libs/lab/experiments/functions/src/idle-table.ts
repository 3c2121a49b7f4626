import { meanInterval } from '@jobly/lab/instrument';
import { count, milliseconds, type Table } from '@jobly/lab/results';
import { withInterval } from './figures';
import { type Idle, WATCHED_MS } from './idle';

/** The table's name, by which the conclusion finds it. */
export const IDLE = 'idle';

const titles = {
  frozen: 'instances, frozen',
  awake: 'the same, not frozen',
  server: 'server',
};

/** What many instances hold while they wait, and what one server does. */
export function idleTable(idle: Record<keyof typeof titles, Idle>, seed: number): Table {
  const kinds = Object.keys(titles) as (keyof typeof titles)[];
  const mean = (values: readonly number[], inWords: (value: number) => string) => {
    if (values.length >= 4) return withInterval(meanInterval(values, { seed }), inWords);
    return values.map(inWords).join(', ') || '–';
  };
  return {
    name: IDLE,
    title: 'What waits',
    note: `Instances of the deployed form, each after one request, and the server of the stacks, which has answered the requests of the equivalence check and one more. Then nobody asks for anything for ${WATCHED_MS / 1_000} s, which is longer than a pool keeps a connection to PostgreSQL that is not used; a frozen process cannot close it. Memory as above, and CPU, are of one, with the 95 % interval over instances. Processes share more memory the more they are.`,
    head: ['what', 'number', 'connections', 'memory of one', 'memory of all', 'CPU of one'],
    keys: kinds,
    rows: kinds.map((kind) => {
      const { connections, memoryMiB, cpu } = idle[kind];
      const sum = memoryMiB.reduce((all, one) => all + one, 0);
      return [
        titles[kind],
        count(cpu.length),
        count(connections),
        mean(memoryMiB, (mib) => `${count(mib)} MiB`),
        memoryMiB.length === 0 ? '–' : `${count(sum)} MiB`,
        mean(cpu, (ms) => `${milliseconds(ms)} ms/s`),
      ];
    }),
  };
}
