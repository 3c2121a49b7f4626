import type { Experiment, RunSummary } from '../../../api/experiments';

/** "1 Dec 2026, 14:30", where the reader is. */
export const momentOf = (iso: string) =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** "under a minute", "4 minutes", "1 h 20 min". */
export function durationOf(minutes: number): string {
  if (minutes < 1) return 'under a minute';
  const whole = Math.round(minutes);
  if (whole >= 60) return `${Math.floor(whole / 60)} h ${whole % 60} min`;
  return `${whole} minute${whole === 1 ? '' : 's'}`;
}

/** How long a quick run takes: as the last one took here, or on the machine of the baseline, or as the lecture says. */
export function quickDuration({ runs, quickMinutes }: Pick<Experiment, 'runs' | 'quickMinutes'>): string | undefined {
  const quick = runs.filter(({ quick, state }) => quick && state !== 'incomplete');
  const last = quick.find(({ kept }) => !kept) ?? quick[0];
  const minutes = last?.minutes ?? quickMinutes;
  return minutes === null ? undefined : durationOf(minutes);
}

const STATES = { valid: 'valid', invalid: 'does not count', incomplete: 'incomplete' };

/** "valid", "does not count", "incomplete". */
export const stateInWords = ({ state }: Pick<RunSummary, 'state'>) => STATES[state];

/** "this machine, 1 Dec 2026, 14:30, quick", to choose a run by. */
export const nameOf = ({ kept, startedAt, quick }: RunSummary) =>
  `${kept ? 'committed run' : 'here'}, ${momentOf(startedAt)}${quick ? ', quick' : ''}`;

/** "n = 10 pairs of blocks in 5 launches", or nothing for what has no blocks. */
export const samplesOf = ({ samples }: RunSummary) => (samples === null ? undefined : `n = ${samples}`);

/** The name of a picture's file as a caption. */
export const captionOf = (name: string) => name.replaceAll('-', ' ');

/** The columns that hold figures only, by their index, to be aligned at their ends. */
export function figureColumns(rows: readonly (readonly string[])[]): ReadonlySet<number> {
  const columns = rows[0]?.keys() ?? [];
  return new Set([...columns].filter((column) => rows.every((row) => /^([≈≥≤] ?)?[+−]?\d|^–?$/.test(row[column]!))));
}
