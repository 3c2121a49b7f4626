import { type Durations, merged, type Percentile, PERCENTILES } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';
import { isLowerBound } from './lower-bound';
import { totalOf } from './metrics';

export type Percentiles = Record<`p${Percentile}`, number | null>;

/** All blocks of one operation at one arm, merged. Times in ms. */
export interface Summary {
  workload: string;
  arm: string;
  requests: number;
  failed: number;
  dropped: number;
  response: Percentiles;
  service: Percentiles;
  requestsPerSecond: number;
  /** Whether the generator may have been the bottleneck of a closed loop: the arm serves at least so many. */
  lowerBound: boolean;
  cpuMsPerThousand: number | null;
  cpuByProcess: Record<string, number> | null;
}

/** Merges the blocks of one operation at one arm. */
export function summarise(blocks: readonly MeasuredBlock[], workload: string, arm: string): Summary {
  const results = blocks.map(({ result }) => result);
  const total = (of: (block: MeasuredBlock) => number) => blocks.reduce((sum, block) => sum + of(block), 0);
  const cpuByProcess = cpuPerThousandByProcess(blocks);
  return {
    workload,
    arm,
    requests: total(({ result }) => result.answered),
    failed: total(({ result }) => failuresIn(result.failures)),
    dropped: total(({ result }) => result.dropped),
    response: percentilesOf(merged(results.map(({ response }) => response))),
    service: percentilesOf(merged(results.map(({ service }) => service))),
    requestsPerSecond: (total(({ result }) => result.answered) / total(({ result }) => result.measuredMs)) * 1_000,
    lowerBound: isLowerBound(blocks),
    cpuMsPerThousand: cpuByProcess && totalOf(cpuByProcess),
    cpuByProcess,
  };
}

/** All kinds of failure together. */
export const failuresIn = (failures: Record<string, number>) =>
  Object.values(failures).reduce((sum, count) => sum + count, 0);

function cpuPerThousandByProcess(blocks: readonly MeasuredBlock[]): Record<string, number> | null {
  if (blocks.length === 0 || blocks.some(({ cpuMs }) => cpuMs === null)) return null;
  const sent = blocks.reduce((sum, { result }) => sum + result.sent, 0);
  const used: { [process: string]: number } = {};
  for (const { cpuMs } of blocks) {
    for (const [process, ms] of Object.entries(cpuMs!)) used[process] = (used[process] ?? 0) + (ms / sent) * 1_000;
  }
  return used;
}

function percentilesOf(durations: Durations): Percentiles {
  const entries = PERCENTILES.map((percentile) => [`p${percentile}`, durations.percentile(percentile)]);
  return Object.fromEntries(entries) as Percentiles;
}
