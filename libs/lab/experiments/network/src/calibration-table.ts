import type { Interval } from '@jobly/lab/instrument';
import { intervalInWords, roundedMs, signed, type Table } from '@jobly/lab/results';
import type { Calibrated, Calibration } from './calibrate';
import { JITTER } from './plan';

/** The table's name, by which documents find it. */
export const CALIBRATION = 'calibration';

/** How much the links and a client may differ about the same delay: as a share of it, or else so long (ms). */
const TOLERANCE = 0.05;
const WAKING_MS = 0.1;

export const calibrationTable = ({ rows, relayMs }: Calibration): Table => ({
  name: CALIBRATION,
  title: 'How long the delays really are',
  note: `A server that answers at once, behind a relay. Each way is delayed by the delay ± up to ${100 * JITTER} % at random. Measured by the relay: twice the mean time between the quartiles for which it held data. A client notices: its p50 of 125 requests, one at a time, less that without delay; p99 is of all 1,000. With 95 % intervals over 8 rounds. Slopes are over what the relays measure during a block and what the client notices beyond that here. The two may differ by ${100 * TOLERANCE} % or by ${WAKING_MS} ms, which it takes to wake processes that have slept meanwhile. Without any delay, a relay adds ${withInterval(relayMs)} to a round trip, which is CPU and no part of a slope.`,
  head: ['each way', 'round trip', 'measured by the relay', 'a client notices: p50', 'p99', 'client less relay'],
  rows: rows.map(({ delayMs, told, noticed, difference, p99 }) => [
    ...[`${delayMs} ms`, roundedMs(2 * delayMs), withInterval(told), withInterval(noticed), roundedMs(p99)],
    `${signed(difference.estimate, roundedMs)} (${intervalInWords(difference)})`,
  ]),
  keys: rows.map(keyOf),
});

const withInterval = (interval: Interval) => `${roundedMs(interval.estimate)} (${intervalInWords(interval)})`;

const DIFFERENT = 'different';

/** A row says by its key whether client and relay disagree beyond what the interval allows. */
function keyOf({ delayMs, told, difference }: Calibrated): string {
  const tolerated = Math.max(TOLERANCE * told.estimate, WAKING_MS);
  return difference.low > tolerated || difference.high < -tolerated ? `${delayMs} ${DIFFERENT}` : `${delayMs}`;
}

/** Whether a client notices another delay than the relay tells. */
export const isDifferent = (key: string) => key.endsWith(DIFFERENT);
