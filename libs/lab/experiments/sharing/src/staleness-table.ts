import type { WayOfSharing } from '@jobly/contracts';
import { type Table, threeDigits } from '@jobly/lab/results';
import type { Lags } from './staleness';

/** The table's name, by which the conclusion finds it. */
export const STALENESS = 'staleness';

/** How long `replica` can be wrong if an event is lost, as delivered (SHARING_AUDIT_INTERVAL). */
const AUDIT_INTERVAL_S = 60;

/** How long changes were not seen, beside the bound of each way. */
export function stalenessTable(found: readonly Lags[], ttl: number): Table {
  const bounds: Record<WayOfSharing, string> = {
    call: 'never',
    join: 'never',
    cached: `${ttl} s`,
    replica: `${AUDIT_INTERVAL_S} s`,
  };
  return {
    name: STALENESS,
    title: 'How long a change of a company is not seen in its jobs',
    note: `${found[0]?.lags.length ?? 0} changes in each way, while the old answer was of every age; GET /jobs/:id was asked ten times a second until it showed the new value. With answers that are believed for ${ttl} s; as delivered it is 30 s (SHARING_CACHE_TTL).`,
    head: ['way', 'median', 'longest', 'bound'],
    rows: found.map(({ way, lags }) => [
      way.name,
      inWords(lags[Math.floor(lags.length / 2)]!),
      inWords(lags.at(-1)!),
      bounds[way.sharing],
    ]),
    keys: found.map(({ way }) => way.name),
  };
}

function inWords(ms: number): string {
  if (ms === 0) return 'seen at once';
  return ms === Infinity ? 'not seen at all' : `${threeDigits(ms / 1_000)} s`;
}
