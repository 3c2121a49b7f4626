import type { Neighbour, PartName } from '@jobly/stack';
import type { Drawing, DrawnArrow } from '../../../api/architecture';
import type { PartState } from '../../../api/state';

const nameIn = (id: string) => id.replace(/_process$/, '');

/** Whether what an arrow stands for cannot get through. */
export function isCut({ from, to, kind }: DrawnArrow, parts: readonly PartState[]): boolean {
  const part = parts.find(({ name }) => name === nameIn(from));
  return part?.faults.cut.some((neighbour) => neighbour === (kind === 'tables' ? 'database' : nameIn(to))) ?? false;
}

/** What a process opens connections to, and what for. */
export interface Connection {
  readonly to: Neighbour;
  /** "asks find, namesOf; delivers job-changed" */
  readonly what: string;
}

/** The connections of a process, as its code has them. */
export function connectionsOf(part: PartName, { arrows }: Drawing): Connection[] {
  const own = arrows.filter(({ from, kind }) => nameIn(from) === part && kind !== 'call');
  return [...Map.groupBy(own, ({ to }) => to)].map(([to, alike]): Connection => {
    const what = alike.map(({ kind, labels }) => `${DOES[kind]} ${labels.join(', ')}`.trim()).join('; ');
    return alike.some(({ kind }) => kind === 'tables')
      ? { to: 'database', what: to }
      : { to: nameIn(to) as PartName, what };
  });
}

/** What a process does with an arrow; a gateway's has no label. */
const DOES = { call: '', request: 'asks', event: 'delivers', tables: '' };
