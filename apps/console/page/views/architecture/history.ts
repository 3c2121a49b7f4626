import type { PartName } from '@jobly/stack';
import type { Figures, PartFigures } from '../../../api/architecture';

/** One point a second. */
export const LENGTH = 60;

export type History = ReadonlyMap<PartName, readonly PartFigures[]>;

/** The last minute of every part, the newest last. */
export function remembering(history: History, figures: Figures): History {
  return new Map(figures.map((now) => [now.name, [...(history.get(now.name) ?? []), now].slice(-LENGTH)]));
}
