import type { MeasuredBlock } from '../runner/measured';
import { type Durations, merged, type Percentile, PERCENTILES } from '../statistics/histogram';

export type Percentiles = Record<`p${Percentile}`, number | null>;

/** All blocks of one operation at one arm, taken together. Times in ms. */
export interface Summary {
  workload: string;
  arm: string;
  requests: number;
  failed: number;
  dropped: number;
  response: Percentiles;
  service: Percentiles;
  requestsPerSecond: number;
  cpuMsPerThousand: number | null;
}

/** Takes the blocks of one operation at one arm together. */
export function summarise(blocks: readonly MeasuredBlock[], workload: string, arm: string): Summary {
  const results = blocks.map(({ result }) => result);
  const total = (of: (block: MeasuredBlock) => number) => blocks.reduce((sum, block) => sum + of(block), 0);
  const cpuKnown = blocks.length > 0 && blocks.every(({ cpuMs }) => cpuMs !== null);
  return {
    workload,
    arm,
    requests: total(({ result }) => result.answered),
    failed: total(({ result }) => failuresIn(result.failures)),
    dropped: total(({ result }) => result.dropped),
    response: percentilesOf(merged(results.map(({ response }) => response))),
    service: percentilesOf(merged(results.map(({ service }) => service))),
    requestsPerSecond: (total(({ result }) => result.answered) / total(({ result }) => result.measuredMs)) * 1_000,
    cpuMsPerThousand: cpuKnown ? (total(({ cpuMs }) => cpuMs ?? 0) / total(({ result }) => result.sent)) * 1_000 : null,
  };
}

/** All kinds of failure together. */
export const failuresIn = (failures: Record<string, number>) =>
  Object.values(failures).reduce((sum, count) => sum + count, 0);

function percentilesOf(durations: Durations): Percentiles {
  const entries = PERCENTILES.map((percentile) => [`p${percentile}`, durations.percentile(percentile)]);
  return Object.fromEntries(entries) as Percentiles;
}
