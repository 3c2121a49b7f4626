import type { Neighbour, PartName, Topology } from '@jobly/stack';
import type { BlastRadius, FaultInForce, Health, Outcome, StackOutcomes } from '../../../api/architecture';
import type { PartState } from '../../../api/state';

export const STACKS: Partial<Record<Topology, string>> = {
  monolith: 'the monolith',
  soa: 'soa',
  micro: 'the microservices',
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A part in a sentence: "the jobs service". */
const called = (parts: readonly PartState[]) => (name: PartName) =>
  `the ${parts.find((part) => part.name === name)?.title ?? name}`;

const HELD = { stopped: 'stopped', frozen: 'frozen', slowed: 'slowed down', down: 'down' };

/** "the jobs service frozen and cut off from its database" */
function faultInWords({ part, is, cut }: FaultInForce, nameOf: (name: PartName) => string): string {
  const neighbour = (to: Neighbour) => (to === 'database' ? 'its database' : nameOf(to));
  const off = cut.length > 0 ? [`cut off from ${list.format(cut.map(neighbour))}`] : [];
  return `${nameOf(part)} ${list.format([...(is ? [HELD[is]] : []), ...off])}`;
}

/** "With the companies service frozen, 12 of 18 operations work in the microservices; …" */
export function summaryOf({ stacks, faults }: BlastRadius, parts: readonly PartState[]): string {
  const counts = stacks.filter(({ outcomes }) => Object.keys(outcomes).length > 0).map(countInWords);
  if (counts.length === 0) return '';
  const inOrder = parts.flatMap(({ name }) => faults.filter(({ part }) => part === name));
  const without = list.format(inOrder.map((fault) => faultInWords(fault, called(parts))));
  return `${faults.length > 0 ? `With ${without}` : 'With nothing at fault'}, ${counts.join('; ')}.`;
}

function countInWords({ topology, outcomes }: StackOutcomes, index: number): string {
  const all = Object.values(outcomes);
  const count = (is: Outcome['is']) => all.filter((one) => one.is === is).length;
  const slow = count('slow') > 0 ? `, ${count('slow')} of them slowly` : '';
  const work = index === 0 ? ' operations work' : '';
  return `${count('works') + count('slow')} of ${all.length}${work} in ${STACKS[topology]}${slow}`;
}

/** What stands in a cell beside the mark that says whether it works: "503 in 12 ms". */
export function outcomeInWords({ is, answer, ms }: Outcome): string {
  const time = `${ms.toLocaleString('en')} ms`;
  if (is === 'works') return time;
  if (is === 'slow') return `slow, ${time}`;
  return typeof answer === 'number' ? `${answer} in ${time}` : answer;
}

/** What somebody has to know first of a part. */
export function conditionOf(
  { pid, faults: { held } }: Pick<PartState, 'pid' | 'faults'>,
  health: Health | null,
): string {
  if (held === 'stopped') return pid === null ? 'stopped' : 'stopping';
  if (pid === null) return 'down';
  if (held) return held === 'slowed' ? 'slowed down' : held;
  if (health === 'unready') return 'not ready';
  return health === 'silent' ? 'no answer' : 'ready';
}

/** What is wrong at the moment, in one sentence; empty if nothing is. */
export function conditionInWords(parts: readonly PartState[]): string {
  const faults = parts.flatMap(({ name: part, pid, faults: { held, cut } }): FaultInForce[] => {
    const is = held ?? (pid === null ? 'down' : undefined);
    return is || cut.length > 0 ? [{ part, cut, ...(is && { is }) }] : [];
  });
  if (faults.length === 0) return '';
  const verbs = faults.map((fault) =>
    faultInWords(fault, called(parts)).replace(/ (?=stopped|frozen|slowed|down|cut off)/, ' is '),
  );
  return sentence(list.format(verbs));
}

export const sentence = (text: string) => `${capitalised(text).replace(/\.$/, '')}.`;
