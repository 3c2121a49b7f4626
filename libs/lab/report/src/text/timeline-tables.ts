import { count, type Results } from '@jobly/lab/results';
import pc from 'picocolors';
import { prose } from './prose';
import { tableOf } from './table-style';

type Timeline = Results['timelines'][number];

/** The events of a run, one row per second. */
export const timelineTables = ({ timelines }: Results): string[] =>
  timelines.map((timeline) => {
    const { title, note, what, series, failed, marks, binMs } = timeline;
    const seconds = Math.ceil((failed.length * binMs) / 1_000);
    const rows = Array.from({ length: seconds }, (_, second) => [
      `${second} – ${second + 1}`,
      ...[...series.map(({ counts }) => counts), failed].map((counts) => count(within(timeline, counts, second))),
      marks
        .filter(({ ms }) => Math.floor(ms / 1_000) === second)
        .map(({ name }) => name)
        .join(', '),
    ]);
    const heads = ['second', ...series.map(({ name }) => name), 'failed', ''];
    return `${pc.bold(`${title}: ${what}`)}\n${tableOf(heads, rows)}\n${pc.dim(prose(note))}`;
  });

function within({ binMs }: Timeline, counts: readonly number[], second: number): number {
  const secondOf = (bin: number) => Math.floor((bin * binMs) / 1_000);
  return counts.reduce((sum, each, bin) => (secondOf(bin) === second ? sum + each : sum), 0);
}
