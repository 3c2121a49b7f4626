import { setTimeout as delay } from 'node:timers/promises';
import { leftBehind } from './left-behind.mjs';

const INSTALL_DEADLINE_MS = 15 * 60_000;
const START_DEADLINE_MS = 5 * 60_000;
const STOP_DEADLINE_MS = 60_000;
const LEFT_DEADLINE_MS = 10_000;
const READY = 'Ctrl-C stops everything.';
const STACK_TRACE = /^\s+at .+:\d+:\d+\)?$/m;

/** A failed step: the expectation, and the last lines of the actual output. */
export class NotHeld extends Error {
  constructor(expectation, output = '') {
    super([expectation, ...output.trimEnd().split('\n').slice(-60)].join('\n    '));
  }
}

/** The steps of a trial, in order: the typed command, and a function that rejects with NotHeld. */
export function stepsOf({ install = 'npm ci', start = 'npm start', says = [], refuses = {}, also = [] }, type, parent) {
  const installing = { typed: install, run: () => finish(type(install), INSTALL_DEADLINE_MS, refuses.install) };
  if (refuses.install) return [installing];
  const starting = refuses.start
    ? { typed: start, run: () => finish(type(start), START_DEADLINE_MS, refuses.start) }
    : { typed: start, run: () => serve(type(start), says, parent) };
  const others = also.map((line) => ({ typed: line, run: () => finish(type(line), INSTALL_DEADLINE_MS) }));
  return [installing, starting, ...others, { typed: 'nothing left running', run: () => nothingLeft(parent) }];
}

/** A command that ends by itself: successfully, or by refusing in a sentence. */
async function finish(command, deadlineMs, refusal) {
  const end = await within(command, deadlineMs, command.ended);
  if (refusal === undefined) {
    if (end.code !== 0) throw new NotHeld(`It ended with ${end.signal ?? end.code}:`, end.output);
    return;
  }
  if (end.code === 0) throw new NotHeld('It should have been refused, but ended well:', end.output);
  if (!end.output.includes(refusal)) throw new NotHeld(`It should have said "${refusal}", but said:`, end.output);
  if (STACK_TRACE.test(end.output)) throw new NotHeld('It showed a stack trace:', end.output);
}

/** A start: both stacks answer at the printed addresses, and Ctrl-C ends them. */
async function serve(command, says, parent) {
  const ready = new Promise((resolve) => command.onOutput(() => command.output().includes(READY) && resolve()));
  const early = await within(command, START_DEADLINE_MS, Promise.race([ready, command.ended]));
  if (early) throw new NotHeld(`It ended with ${early.signal ?? early.code} before it was ready:`, early.output);
  try {
    await answers(command.output());
    const unsaid = says.find((words) => !words.test(command.output()));
    if (unsaid) throw new NotHeld(`It should have said ${unsaid}, but said:`, command.output());
  } finally {
    command.signal('SIGINT');
    await within(command, STOP_DEADLINE_MS, command.ended);
  }
  await nothingLeft(parent);
}

async function answers(output) {
  const urls = [...output.matchAll(/curl -s '(http[^']+\/companies[^']*)'/g)].map(([, url]) => url);
  if (urls.length !== 2) throw new NotHeld('It should have shown how to ask both stacks, but said:', output);
  for (const url of urls) {
    const response = await fetch(url);
    const { companies } = await response.json();
    if (!Array.isArray(companies)) throw new NotHeld(`${url} answered ${response.status}.`);
  }
}

/** Processes that are just ending get some time. */
async function nothingLeft(parent) {
  const deadline = performance.now() + LEFT_DEADLINE_MS;
  while (leftBehind(parent).length > 0 && performance.now() < deadline) await delay(100);
  const left = leftBehind(parent);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  if (left.length > 0) throw new NotHeld('It left behind:', left.map(({ command }) => command).join('\n'));
}

async function within(command, deadlineMs, promise) {
  const done = new AbortController();
  const late = delay(deadlineMs, 'late', { signal: done.signal }).catch(() => {});
  const result = await Promise.race([promise, late]);
  done.abort();
  if (result !== 'late') return result;
  command.signal('SIGKILL');
  throw new NotHeld(`It was not done after ${deadlineMs / 60_000} minutes:`, command.output());
}
