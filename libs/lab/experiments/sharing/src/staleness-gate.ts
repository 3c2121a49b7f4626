import type { WayOfSharing } from '@jobly/contracts';
import type { Figures, Gate } from '@jobly/lab/results';
import { OBSERVED_BOUNDS_MS } from './bounds';
import { lagInWords, longestIn } from './staleness-table';

/** Two questions are 100 ms apart, and an answer takes its time. */
const SEEN_LATER_MS = 200;

const ALLOWED_MS: Record<WayOfSharing, number> = {
  ...OBSERVED_BOUNDS_MS,
  cached: OBSERVED_BOUNDS_MS.cached + SEEN_LATER_MS,
};

/** Whether every change was seen as soon as its way promises. None for a run that changed nothing. */
export function stalenessGates(figures: Pick<Figures, 'tables'>): Gate[] {
  const found = longestIn(figures);
  if (found.length === 0) return [];
  const late = found.filter(({ way, longest }) => longest > ALLOWED_MS[way.sharing]);
  return [
    {
      name: 'staleness within its bound',
      figure: (late.length > 0 ? late : found)
        .map(({ way, longest }) => `${way.name} ${lagInWords(longest)}`)
        .join(', '),
      limit: Object.entries(ALLOWED_MS)
        .map(([way, allowed]) => `${way} ${allowed === 0 ? 'at once' : `≤ ${allowed / 1_000} s`}`)
        .join(', '),
      passed: late.length === 0,
    },
  ];
}
