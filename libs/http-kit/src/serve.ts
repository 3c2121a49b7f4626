import { StartError } from '@jobly/contracts';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Readiness } from './health';
import { type Address, type Listening, listen } from './server';

/** How long clients are told to go elsewhere before the door closes. */
const DRAIN_MS = 300;
/** Past this the process ends whatever is still under way. */
const STOP_DEADLINE_MS = 10_000;

export interface Service {
  app: Express;
  log: Logger;
  readiness: Readiness;
  /** Closes what the app holds (pools, workers), once the last request is answered. */
  close: () => Promise<void>;
}

/**
 * Runs a process from its start to its end: builds the service, listens, tells a parent process, and stops gracefully
 * on SIGTERM, SIGINT or when the parent is gone. A start that fails ends in one sentence and exit code 1.
 */
export async function serve(build: () => Promise<Service & Address>): Promise<void> {
  // A parent that dies while this process starts leaves nothing to finish.
  process.once('disconnect', endAtOnce);
  try {
    const service = await build();
    const listening = await listen(service.app, service);
    service.readiness.accepting = true;
    process.off('disconnect', endAtOnce);
    stopOnRequest(service, listening);
    const { url } = listening;
    service.log.info({ url }, 'ready');
    // A channel that does not work has nobody at its other end who waits.
    process.send?.({ ready: { url } }, () => {});
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exit(1);
  }
}

const endAtOnce = () => process.exit(0);

function stopOnRequest({ log, readiness, close }: Service, { drain }: Listening): void {
  const stop = async (why: string) => {
    if (!readiness.accepting) return;
    readiness.accepting = false;
    log.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    await drain(DRAIN_MS);
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));
  process.on('disconnect', () => void stop('the parent process is gone'));
}
