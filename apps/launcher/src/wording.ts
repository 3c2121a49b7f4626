import { type PartExit, endingOf, titles } from '@jobly/stack';

export const milliseconds = (ms: number) => `${ms.toLocaleString('en')} ms`;

/** A part in a sentence: "the jobs service". */
export const partCalled = (name: PartExit['name']) => (name === 'postgres' ? titles[name] : `the ${titles[name]}`);

export const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The end of a part, and its own explanation. */
export function obituary(exit: PartExit): string {
  const { name, pid, logFile } = exit;
  const what = pid > 0 ? `(pid ${pid}) has ended though nobody stopped it` : 'could not be started again';
  return capitalised(`${partCalled(name)} ${what}: ${endingOf(exit)} Its log is ${logFile}.`);
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** "the monolith, the jobs service and PostgreSQL" */
export const listed = (names: PartExit['name'][]) => list.format(names.map(partCalled));
