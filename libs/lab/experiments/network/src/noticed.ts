import type { Calibration } from './calibrate';
import type { Sample } from './sample';

/**
 * Blocks over the round-trip time that processes notice: the delay that the links measured during the block, and how much
 * more than that a client noticed of the same delay, because whoever waits for data has to be woken.
 */
export const asNoticed = (samples: readonly Sample[], { rows }: Pick<Calibration, 'rows'>): Sample[] =>
  samples.map((sample) => {
    const row = rows.find(({ delayMs }) => delayMs === sample.delayMs);
    return { ...sample, roundTripMs: row ? sample.roundTripMs + row.difference.estimate : 0 };
  });
