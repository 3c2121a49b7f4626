import type { Random } from '@jobly/lab/instrument';
import type { LoadCurve } from './curves';

/** Fine enough for any curve. */
const SLICES = 1_000;

/**
 * The due times of a Poisson process whose rate follows a curve, in ms and ascending. Their number is fixed, as that of
 * the instrument's own arrivals: given it, they are independent, each as likely at a moment as the curve is high there.
 * By thinning: Lewis and Shedler, "Simulation of Nonhomogeneous Poisson Processes by Thinning", 1979.
 * @param peak in requests/s
 */
export function arrivalsAlong({ durationMs, shareAt }: LoadCurve, peak: number, random: Random): number[] {
  const count = Math.round(((peak * durationMs) / 1_000) * meanShare(shareAt, durationMs));
  const due: number[] = [];
  while (due.length < count) {
    const ms = random() * durationMs;
    if (random() < shareAt(ms)) due.push(ms);
  }
  return due.sort((one, other) => one - other);
}

function meanShare(shareAt: LoadCurve['shareAt'], durationMs: number): number {
  const shares = Array.from({ length: SLICES }, (_, slice) => shareAt(((slice + 0.5) / SLICES) * durationMs));
  return shares.reduce((sum, share) => sum + share, 0) / SLICES;
}
