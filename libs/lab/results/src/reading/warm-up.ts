import type { Results } from '../results';
import { count, signed } from './numbers';

/** A request's cost is flat if it changes by no more, as a share, from one window of a warm-up to the next. */
export const FLAT = 0.03;

/**
 * "15,000 to 20,000 requests to every arm in each launch, until a request’s CPU time was flat", and the arms where it
 * never was; undefined for runs that warmed up by time.
 */
export function warmUpInWords({ warmUps, settings }: Results): string | undefined {
  if (warmUps.length === 0) return undefined;
  const requests = warmUps.map((one) => one.requests);
  const [fewest, most] = [count(Math.min(...requests)), count(Math.max(...requests))];
  const each = settings.launches > 1 ? ' in each launch' : '';
  const howMany = `${fewest === most ? '' : `${fewest} to `}${most} requests to every arm${each}`;
  if (warmUps.some(({ change }) => change === null)) return howMany;
  const unsettled = warmUps.filter(({ change }) => Math.abs(change!) > FLAT);
  const where = unsettled.map(
    ({ arm, launch, change }) =>
      `${arm}${settings.launches > 1 ? ` in launch ${launch + 1}` : ''} (${signed(100 * change!)} %)`,
  );
  const settled = `until a request’s CPU time was flat within ±${100 * FLAT} %`;
  return unsettled.length === 0
    ? `${howMany}, ${settled}`
    : `${howMany}, ${settled}, which it never was at ${where.join(', ')}`;
}
