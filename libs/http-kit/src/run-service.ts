import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Readiness } from './health';
import type { Admission } from './admission/admission';
import { failureOf, giveUp, tellParent } from './parent-process';
import { type Address, type Listening, listen } from './server';

/** The time that requests under way have after the drain; then the process ends regardless (ms). */
export const STOP_DEADLINE_MS = 10_000;

/** The events that end a process; 'disconnect' is the loss of its parent, if it has one that talks to it. */
const ENDINGS = ['SIGTERM', 'SIGINT', 'disconnect'] as const;

/** The address to listen on, and the way to stop. */
interface RunOptions extends Omit<Address, 'isPublic' | 'admission'> {
  /** The time for which clients are told to go elsewhere before the server closes. */
  drainMs: number;
  /** Whether the start has seeded the database, so that its content is known. */
  seeded?: boolean;
}

export interface Service {
  app: Express;
  /** Who is let in to it. */
  admission: Admission;
  log: Logger;
  isPublic: boolean;
  readiness: Readiness;
  /** Starts the background work, before the process listens. */
  start?: () => Promise<void>;
  /** Finishes what goes on after an answer, and begins nothing more, for a process that may be frozen until it is resumed. */
  pause?: () => Promise<void>;
  resume?: () => void;
  /** Closes the app's resources (pools, workers), after the last request is answered. */
  close: () => Promise<void>;
}

/**
 * Runs a process from start to end: builds the service, listens, tells a parent process, and stops gracefully on
 * SIGTERM, SIGINT or the loss of its parent. A failed start ends with one sentence and exit code 1.
 * @param build returns nothing, or only whether it has seeded the database, if the process has done its work and is not
 * to serve.
 */
export async function runService(
  build: () => Promise<(Service & RunOptions) | { seeded: boolean } | undefined>,
): Promise<void> {
  // During the start there is nothing to finish. The listener matters to the first process of a container, which no
  // signal ends otherwise. It stays: a signal that comes just before a listener is replaced reaches neither.
  let end: (why: string) => void = endAtOnce;
  for (const event of ENDINGS) process.on(event, () => end(event));
  // An uncaught exception ends the process. Node reports it at length; the parent gets it short.
  process.once('uncaughtExceptionMonitor', (error) => void tellParent({ failed: failureOf(error) }));
  try {
    const service = await build();
    if (!service || !('app' in service)) {
      await tellParent({ done: service ?? {} });
      process.exit(0);
    }
    await service.start?.();
    const listening = await listen(service.app, service);
    service.readiness.accepting = true;
    end = stopping(service, listening);
    const { url } = listening;
    const { seeded = false } = service;
    service.log.info({ url }, 'ready');
    void tellParent({ ready: { url, seeded } });
  } catch (error) {
    await giveUp(error);
  }
}

const endAtOnce = () => process.exit(0);

/** Stops it gracefully, the first time. */
function stopping({ log, readiness, close, drainMs }: Service & RunOptions, { drain }: Listening) {
  const stop = async (why: string) => {
    if (!readiness.accepting) return;
    readiness.accepting = false;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), drainMs + STOP_DEADLINE_MS).unref();
    await drain(drainMs);
    await close();
    process.exit(0);
  };
  return (why: string) => void stop(why);
}
