import type { Interval } from '@jobly/lab/instrument';
import { count, intervalInWords, percentage, roundedMs, type Table } from '@jobly/lab/results';
import type { Sample } from './observe';
import { PATH, PATIENCE_MS, type Plan, WELL_MS } from './plan';
import { samplesOf, shareOfPeak } from './shares';
import { kinds } from './variants';

/** The table's name, by which the conclusion finds it. */
export const GOODPUT = 'goodput';

/** A generator that is busier may be what limits the figures. */
const HALF = 0.5;

/** The key of a row. */
export const keyOf = (kind: string, multiple: number) => `${kind} at ${multiple}`;

/** One row for every kind and load. */
export function overloadTables(samples: readonly Sample[], plan: Plan, seed: number): Table[] {
  const { multiples, launches } = plan;
  const rows = kinds.flatMap((kind) =>
    multiples.map((multiple) => {
      return [kind.name, `${multiple} ×`, ...cellsOf(samplesOf(samples, kind, multiple), plan, seed)];
    }),
  );
  return [
    {
      name: GOODPUT,
      title: 'What becomes of a load',
      note: `GET ${PATH}, all of them, in an open loop. The peak is what a closed loop of the same launch is served, before all loads or after them, whichever is more. Good is what is answered within ${PATIENCE_MS / 1_000} s; refused is a 503; lost is everything else. With the 95 % interval over ${launches} launches. Recovery lasts until reads are answered within ${WELL_MS} ms again and stay so; it and the longest health check are the worst of all launches. Memory is the most that all processes but the database’s ever had. The generator, on the same machine, takes CPU from the stack, and the more the more it offers: ≥ where it was over half busy.`,
      head: [
        'stack',
        'offered',
        'offered/s',
        'good, share of the peak',
        'good/s',
        'refused/s',
        'lost/s',
        'p99 of the answered',
        'longest health check',
        'recovery',
        'memory',
        'generator busy',
      ],
      rows,
      keys: kinds.flatMap(({ name }) => multiples.map((multiple) => keyOf(name, multiple))),
    },
  ];
}

function cellsOf(samples: readonly Sample[], { afterMs }: Plan, seed: number): string[] {
  const mean = (of: (sample: Sample) => number) => samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const worst = (of: (sample: Sample) => number) => Math.max(...samples.map(of));
  const p99s = samples.map(({ p99 }) => p99);
  const generatorBusy = mean((sample) => sample.generatorBusy);
  const recoveryMs = worst((sample) => sample.recoveryMs);
  return [
    count(mean(({ offered }) => offered)),
    (generatorBusy > HALF ? '≥ ' : '') + shareInWords(shareOfPeak(samples, seed)),
    count(mean(({ good }) => good)),
    count(mean(({ refused }) => refused)),
    count(mean(({ lost }) => lost)),
    p99s.includes(null) ? '–' : roundedMs(mean(({ p99 }) => p99!)),
    roundedMs(worst(({ healthMs }) => healthMs)),
    Number.isFinite(recoveryMs) ? roundedMs(recoveryMs) : `> ${roundedMs(afterMs)}`,
    `${count(worst(({ memoryMiB }) => memoryMiB))} MiB`,
    percentage(generatorBusy),
  ];
}

const shareInWords = (share: Interval) => `${percentage(share.estimate)} (${intervalInWords(share, percentage)})`;
