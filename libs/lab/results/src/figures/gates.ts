import { excludes, merged, ratioOf } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';
import { type Comparison, pairsOf } from './comparison';
import { failuresIn } from './summary';

/** A condition that the run must meet for its figures to count. */
export interface Gate {
  name: string;
  /** The measured value, in words. */
  figure: string;
  /** The allowed value, in words. */
  limit: string;
  passed: boolean;
}

/**
 * The noise floor of the whole run: one arm against itself, over the pairs of all operations at once.
 *
 * A 95 % interval excludes 1 in one honest run of twenty; of six such intervals, one per operation, at least one does
 * in every fourth run. A single interval at 99 % rejects one honest run in a hundred. It covers several times as many
 * pairs, so it still detects a bias of the instrument better than any single operation's interval would.
 */
export function noiseFloorGate(blocks: readonly MeasuredBlock[], control: Omit<Comparison, 'as'>, seed: number): Gate {
  const workloads = new Set(blocks.map(({ workload }) => workload));
  const pairs = [...workloads].flatMap((workload) => pairsOf(blocks, workload, control));
  const gate = {
    name: `A/A: ${control.other} ÷ ${control.base}`,
    limit: `a 99 % interval that includes 1 and is no wider than ×/÷ ${WIDEST}`,
  };
  if (pairs.length < FEWEST_PAIRS) return { ...gate, figure: `only ${pairs.length} pairs of blocks`, passed: false };
  const interval = ratioOf(pairs, { confidence: 0.99, seed });
  const figure = `${control.metric.name} × ${interval.estimate.toFixed(3)} (${interval.low.toFixed(3)} to ${interval.high.toFixed(3)})`;
  const isNarrow = Math.sqrt(interval.high / interval.low) <= WIDEST;
  return { ...gate, figure, passed: isNarrow && !excludes(interval, 1) };
}

/** At 99 %, an interval over fewer pairs is so wide that nothing would fail the gate. */
const FEWEST_PAIRS = 6;

/** A wider interval includes everything: the noisier the machine, the easier it would be to pass. */
const WIDEST = 1.5;

/**
 * The generator's lateness, over all blocks of the arm where it was worst: a disturbance that hits one arm more than
 * another cannot hide among all of them. An arm with too few samples for a p99 has none here either: in a short run a
 * single late request would be more than one in a hundred.
 */
export function scheduleGate(blocks: readonly MeasuredBlock[]): Gate {
  const errorsOf = (some: readonly MeasuredBlock[]) => merged(some.map(({ result }) => result.scheduleError));
  const byArm = [...Map.groupBy(blocks, ({ arm }) => arm).values()];
  const errors = Math.max(errorsOf(blocks).valueAt(99), ...byArm.map((ofArm) => errorsOf(ofArm).percentile(99) ?? 0));
  return { name: 'schedule error p99', figure: `${errors.toFixed(3)} ms`, limit: '≤ 1 ms', passed: errors <= 1 };
}

/** Whether any request was never sent, because the server left no connection free for too long. */
export function droppedGate(blocks: readonly MeasuredBlock[]): Gate {
  const dropped = blocks.reduce((sum, { result }) => sum + result.dropped, 0);
  return { name: 'requests dropped', figure: `${dropped}`, limit: '0', passed: dropped === 0 };
}

/** Whether every answer was the expected one. */
export function failedGate(blocks: readonly MeasuredBlock[]): Gate {
  const failed = blocks.reduce((sum, { result }) => sum + failuresIn(result.failures), 0);
  const kinds = new Set(blocks.flatMap(({ result }) => Object.keys(result.failures)));
  const figure = failed === 0 ? '0' : `${failed} (${[...kinds].join(', ')})`;
  return { name: 'unexpected failures', figure, limit: '0', passed: failed === 0 };
}

/** Whether all arms gave the same answers to the same requests. Undefined where no answers were compared. */
export function answersGate(blocks: readonly MeasuredBlock[]): Gate | undefined {
  const checked = blocks.flatMap(({ answers }) => answers ?? []);
  if (checked.length === 0) return undefined;
  const compared = checked.reduce((sum, block) => sum + block.compared, 0);
  const different = checked.reduce((sum, block) => sum + block.different, 0);
  const first = checked.find((block) => block.first !== null)?.first;
  const figure = `${different} of ${compared}${first ? `, first: ${first}` : ''}`;
  return { name: 'answers that differ', figure, limit: '0', passed: different === 0 };
}

/**
 * The generator's utilisation, on average over the blocks of the arm where it was highest. The closed loops of arms for
 * which only a lower bound is claimed do not count.
 */
export function generatorGate(blocks: readonly MeasuredBlock[], lowerBounds: readonly string[] = []): Gate {
  const busy = worstArm(
    blocks.filter(({ arm, offered }) => offered !== null || !lowerBounds.includes(arm)),
    (ofArm) => ofArm.reduce((sum, { result }) => sum + result.utilisation, 0) / ofArm.length,
  );
  return { name: 'generator busy', figure: `${Math.round(busy * 100)} %`, limit: '≤ 50 %', passed: busy <= 0.5 };
}

function worstArm(blocks: readonly MeasuredBlock[], figure: (ofArm: MeasuredBlock[]) => number): number {
  const byArm = Map.groupBy(blocks, ({ workload, arm }) => `${workload} ${arm}`);
  return Math.max(0, ...[...byArm.values()].map(figure));
}
