import type { Interval } from '@jobly/lab/instrument';
import { intervalInWords, roundedMs, type Table, threeDigits } from '@jobly/lab/results';
import { layouts, titleOf } from './distance';
import { agreementOf, lineThrough, samplesIn, simultaneousConfidence, TOLERANCE } from './fit';
import type { Plan } from './plan';
import type { Count, Sample } from './sample';

/** The table's name, by which the conclusion finds it. */
export const SLOPES = 'slopes';

/** The column that says whether slope and count agree. */
export const AGREEMENT = 6;

export function slopesTable(samples: readonly Sample[], counts: readonly Count[], seed: number, plan: Plan): Table {
  const cases = counts.flatMap((count) =>
    layouts.filter(({ stack }) => stack === count.stack).map((layout) => ({ count, layout })),
  );
  const confidence = simultaneousConfidence(cases.length);
  const rows = cases.map(({ count, layout }) => {
    const own = samplesIn(samples, count.operation, layout);
    const { slope, intercept } = lineThrough(own, seed);
    const simultaneous = lineThrough(own, seed, { confidence }).slope;
    const counted = count.inARow[layout.apart];
    const inAll = layout.apart === 'services' ? count.calls : count.calls + count.statements;
    return [
      ...[count.operation, count.stack, titleOf[layout.apart]],
      ...[threeDigits(inAll), String(counted), withInterval(slope)],
      ...[agreementOf(slope, simultaneous, counted), withInterval(intercept, roundedMs)],
    ];
  });
  return {
    name: SLOPES,
    title: 'Round trips that a request waits for: counted, and as the slope of its response time',
    note: `Requests are sent one at a time, ${plan.requests} to a block; each block has a median. The slope is that of a line by least squares through these medians, over the round-trip time: what the relays have measured in the same block, and what a client notices beyond that (in the table of the delays); the intercept is its beginning, the CPU of the relays included. Both with the 95 % interval ${plan.launches > 1 ? `over ${plan.launches} launches` : `of a single launch: over all blocks, and over ${plan.rounds} rounds`}. In a row: counted by the relays, round trips of which none began before another had ended. In all: calls and, where databases are apart, statements, counted by the processes; events that nobody waits for are among them. They agree if the slope is within ${100 * TOLERANCE} % of the count, or if its interval reaches there and is narrower than one round trip; they disagree if it does not reach there at the confidence at which all ${cases.length} hold at once with 95 %.`,
    head: ['operation', 'stack', 'apart', 'in all', 'in a row', 'slope', 'slope and count', 'without distance'],
    rows,
    keys: rows.map(([operation, stack, apart]) => `${operation} ${stack} ${apart}`),
  };
}

const withInterval = (interval: Interval, inWords: (value: number) => string = threeDigits) =>
  `${inWords(interval.estimate)} (${intervalInWords(interval)})`;
