import { meanInterval } from '@jobly/lab/instrument';
import { intervalInWords, meanOthers, othersCell, type Table, threeDigits } from '@jobly/lab/results';
import { type Observed, type Round, topologies } from './observe';

/** The tables' names, by which the conclusion finds them. */
export const READY = 'ready';
export const IDLE = 'idle';

/** How soon each stack is ready, and what it costs while idle; means with their 95 % intervals over starts. */
export function startUpTables(rounds: readonly Round[], seed: number): Table[] {
  const of = (topology: Observed) => rounds.filter((round) => round.topology === topology);
  const mean = (topology: Observed, value: (round: Round) => number, unit: string) => {
    const interval = meanInterval(of(topology).map(value), { seed });
    return `${threeDigits(interval.estimate)} (${intervalInWords(interval)}) ${unit}`;
  };
  const seconds = (topology: Observed, value: (round: Round) => number) =>
    mean(topology, (round) => value(round) / 1_000, 's');
  return [
    {
      name: READY,
      title: 'From the start to ready',
      note: 'Until every process of the stack answers that it is ready, PostgreSQL included; the bundles are built, and the machine does nothing else. Cold: with an empty data directory, so that databases are made, migrated and seeded, and keys made. Warm: over that directory again. The files were read before, so they come from memory in both cases.',
      head: ['stack', 'starts', 'cold', 'warm'],
      rows: topologies.map((topology) => [
        topology,
        String(of(topology).length),
        seconds(topology, ({ coldMs }) => coldMs),
        seconds(topology, ({ warmMs }) => warmMs),
      ]),
      keys: [...topologies],
    },
    {
      name: IDLE,
      title: 'What a stack costs that nobody asks',
      note: 'After a warm start and some time to settle. Memory is the proportional set size: a page that processes share counts in parts, and so once in all. PostgreSQL is one server for all of a stack’s databases.',
      head: ['stack', 'memory of its processes', 'of PostgreSQL', 'CPU of its processes', 'of PostgreSQL', 'others'],
      rows: topologies.map((topology) => [
        topology,
        mean(topology, ({ idle }) => idle.processes.mib, 'MiB'),
        mean(topology, ({ idle }) => idle.postgres.mib, 'MiB'),
        mean(topology, ({ idle }) => idle.processes.cpuMsPerSecond, 'ms/s'),
        mean(topology, ({ idle }) => idle.postgres.cpuMsPerSecond, 'ms/s'),
        othersCell(meanOthers(of(topology).map(({ idle }) => idle.others))),
      ]),
      keys: [...topologies],
    },
  ];
}
