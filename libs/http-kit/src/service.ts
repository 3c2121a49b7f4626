import type { Metric } from 'prom-client';
import { type AppOptions, createApp } from './app';
import type { Service } from './run-service';

/** A background part of a process, or a resource that it holds: an outbox that delivers, an open pool. */
export interface Worker {
  start?: () => Promise<void>;
  stop: () => unknown;
  metrics?: Metric[];
}

export interface ServiceOptions extends Omit<AppOptions, 'readiness' | 'serverTiming'> {
  env: { SERVER_TIMING: boolean };
  /** Started in this order, and stopped in reverse. */
  workers?: Worker[];
}

/** An app with all its workers, to be started and stopped by `runService`. */
export function createService({ env, workers = [], metrics = [], ...options }: ServiceOptions): Service {
  const readiness = { accepting: false };
  const app = createApp({
    ...options,
    readiness,
    serverTiming: env.SERVER_TIMING,
    metrics: [...metrics, ...workers.flatMap((worker) => worker.metrics ?? [])],
  });
  return {
    app,
    log: options.log,
    isPublic: options.isPublic,
    readiness,
    async start() {
      for (const { start } of workers) await start?.();
    },
    async close() {
      for (const { stop } of workers.toReversed()) await stop();
    },
  };
}
