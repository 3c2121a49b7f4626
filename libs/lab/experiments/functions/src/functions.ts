import type { Study } from '@jobly/lab/runner';
import { conclude } from './conclude';
import { observe } from './observe';
import { priceFlags, pricesIn } from './prices';

/** The monolith as a function of AWS Lambda, in an emulator on this machine. */
export const functions: Study = {
  kind: 'study',
  name: 'functions',
  question:
    'What does it cost to run the monolith as a function: in time when it starts, in connections, and in money?',
  hypothesis:
    'Most of a cold start is loading code: one bundled file halves it, and V8’s compiled code beside it takes another third. Fifty instances hold at least fifty connections. Below some requests a second a function is cheaper than a server that waits.',
  stacks: 'own',
  flags: priceFlags,
  assertFlags: pricesIn,
  observe,
  conclude,
};
