import { type PartExit, endingOf, titles } from '@jobly/stack';

export const milliseconds = (ms: number) => `${ms.toLocaleString('en')} ms`;

/** The end of a part, and its own explanation. */
export const obituary = (exit: PartExit): string =>
  `The ${titles[exit.name]} (pid ${exit.pid}) has ended though nobody stopped it: ${endingOf(exit)} Its log is ${exit.logFile}.`;
