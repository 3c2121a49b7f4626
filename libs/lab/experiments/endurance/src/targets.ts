import type { Interval } from '@jobly/lab/instrument';

export type Judgement = 'kept' | 'missed' | 'undecided';

/** Whether a figure keeps its bounds: undecided where its interval lies on both sides of one. */
export function judged({ low, high }: Interval, { least = -Infinity, most = Infinity }): Judgement {
  if (low >= least && high <= most) return 'kept';
  return high < least || low > most ? 'missed' : 'undecided';
}
