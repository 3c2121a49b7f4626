import type { Others } from '@jobly/lab/instrument';
import type { MeasuredBlock } from '../measured';
import type { Gate } from './gates';

/** As a share of all CPUs' time. */
export const MOST_OTHERS = 0.05;

/** Less of it is not worth mentioning. */
const MENTIONED = 0.01;

/**
 * The CPU time of others than the lab: other programs, the kernel, and other machines on the same hardware. The figure
 * is the mean over all blocks of the arm where it was highest. A single block is short, and may be full of a clock's
 * tick or two; but an arm's blocks are spread over the whole run, so a disturbance that hits one arm more than another
 * cannot hide in a mean over all arms. Undefined where it is unknown.
 */
export function othersGate(blocks: readonly MeasuredBlock[], others?: Others): Gate | undefined {
  const byArm = Map.groupBy(
    blocks.filter(({ othersCpu }) => othersCpu !== null),
    ({ arm }) => arm,
  );
  if (byArm.size === 0) return undefined;
  const shares = [...byArm.values()].map(
    (ofArm) => ofArm.reduce((sum, { othersCpu }) => sum + (othersCpu ?? 0), 0) / ofArm.length,
  );
  const most = Math.max(0, ...shares);
  const passed = most <= MOST_OTHERS;
  const figure = `${inPercent(most)}${passed || !others ? '' : inWords(others)}`;
  return { name: 'other processes’ CPU', figure, limit: `≤ ${100 * MOST_OTHERS} %`, passed };
}

/** Whether every connection found room in the queue of its server. Undefined where it is unknown. */
export function listenGate(blocks: readonly MeasuredBlock[]): Gate | undefined {
  const known = blocks.flatMap((block) => block.droppedConnections ?? []);
  if (known.length === 0) return undefined;
  const dropped = known.reduce((sum, count) => sum + count, 0);
  return { name: 'listen overflows', figure: `${dropped}`, limit: '0', passed: dropped === 0 };
}

/** Who it was, for a user who wants to end it. */
function inWords({ busiest, stolen }: Others): string {
  const named = busiest.map(({ name, pid }) => `${name} [${pid}]`).join(', ');
  const said = [
    ...(named ? [`busiest: ${named}`] : []),
    ...(stolen >= MENTIONED ? [`${inPercent(stolen)} stolen`] : []),
  ];
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

/** With a decimal: a share a little over the limit must not look like the limit. */
const inPercent = (share: number) => `${(100 * share).toFixed(1)} %`;
