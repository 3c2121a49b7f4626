import { type PartExit, endingOf, titles } from '@jobly/stack';

export const milliseconds = (ms: number) => `${ms.toLocaleString('en')} ms`;

/** How a part came to its end, and what it said of why. */
export const obituary = (exit: PartExit): string =>
  `The ${titles[exit.name]} (pid ${exit.pid}) has ended though nobody stopped it: ${endingOf(exit)} Its log is ${exit.logFile}.`;
