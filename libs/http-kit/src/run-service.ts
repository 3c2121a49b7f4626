import { StartError } from '@jobly/contracts';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Readiness } from './health';
import { type Address, type Listening, listen } from './server';

/** Past this, once the door is closed, the process ends whatever is still under way. */
const STOP_DEADLINE_MS = 10_000;

/** What a process ends by; 'disconnect' is the loss of its parent, where it has one that talks to it. */
const ENDINGS = ['SIGTERM', 'SIGINT', 'disconnect'] as const;

/** Where a process listens, and how it stops. */
interface RunOptions extends Address {
  /** How long clients are told to go elsewhere before the door closes. */
  drainMs: number;
  /** Whether the start has filled the database, which tells what is in it. */
  seeded?: boolean;
}

export interface Service {
  app: Express;
  log: Logger;
  readiness: Readiness;
  /** Begins what the process does unasked, before it listens. */
  start?: () => Promise<void>;
  /** Closes what the app holds (pools, workers), once the last request is answered. */
  close: () => Promise<void>;
}

/**
 * Runs a process from its start to its end: builds the service, listens, tells a parent process, and stops gracefully
 * on SIGTERM, SIGINT or when the parent is gone. A start that fails ends in one sentence and exit code 1.
 */
export async function runService(build: () => Promise<Service & RunOptions>): Promise<void> {
  // During the start there is nothing to finish. Listening for it matters to the first process of a container: no signal
  // ends that one otherwise.
  for (const event of ENDINGS) process.once(event, endAtOnce);
  // What nobody catches ends the process, and Node says it at length; the parent gets it short.
  process.once('uncaughtExceptionMonitor', (error) => void tellParent({ failed: failureOf(error) }));
  try {
    const service = await build();
    await service.start?.();
    const listening = await listen(service.app, service);
    service.readiness.accepting = true;
    for (const event of ENDINGS) process.off(event, endAtOnce);
    stopOnRequest(service, listening);
    const { url } = listening;
    const { seeded = false } = service;
    service.log.info({ url }, 'ready');
    void tellParent({ ready: { url, seeded } });
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    await tellParent({ failed: failureOf(error) });
    process.exit(1);
  }
}

const endAtOnce = () => process.exit(0);

/** Resolves once it is said. A channel that does not work has nobody at its other end who waits. */
const tellParent = (message: object) =>
  new Promise<void>((resolve) => {
    if (process.send) process.send(message, () => resolve());
    else resolve();
  });

/** One sentence; what was not expected to happen has its whole story in the log. */
function failureOf(error: unknown): { reason: string; expected: boolean } {
  if (error instanceof StartError) return { reason: error.message, expected: true };
  const { name, message, code } = error as Partial<NodeJS.ErrnoException>;
  const [what] = (message ?? code ?? String(error)).split('\n');
  return { reason: name ? `${name}: ${what || code}` : String(what), expected: false };
}

function stopOnRequest({ log, readiness, close, drainMs }: Service & RunOptions, { drain }: Listening): void {
  const stop = async (why: string) => {
    if (!readiness.accepting) return;
    readiness.accepting = false;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), drainMs + STOP_DEADLINE_MS).unref();
    await drain(drainMs);
    await close();
    process.exit(0);
  };
  for (const ending of ENDINGS) process.on(ending, () => void stop(ending));
}
