import type { Results } from '../results';

type Timeline = Results['timelines'][number];

/** "a" for the first moment of a timeline, "b" for the next. */
export const letterOf = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index);

/** "a at 3.00 s: monolith 1 killed" for each moment. */
export const momentsInWords = ({ marks }: Timeline): string[] =>
  marks.map(({ name, ms }, index) => `${letterOf(index)} at ${(ms / 1_000).toFixed(2)} s: ${name}`);

/** The number of events counted, failed ones included. */
export const countedIn = ({ series, failed }: Pick<Timeline, 'series' | 'failed'>): number =>
  [...series.map(({ counts }) => counts), failed].flat().reduce((sum, count) => sum + count, 0);
