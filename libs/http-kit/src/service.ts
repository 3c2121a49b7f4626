import type { Metric } from 'prom-client';
import { type Bounds, adaptiveLimit } from './admission/adaptive-limit';
import { createAdmission } from './admission/admission';
import { fixedLimit } from './admission/limit';
import { admissionMetrics } from './admission/metrics';
import { type AppOptions, createApp } from './app';
import type { Service } from './run-service';

/** A background part of a process, or a resource that it holds: an outbox that delivers, an open pool. */
export interface Worker {
  start?: () => Promise<void>;
  stop: () => unknown;
  /** Finishes what is under way, and begins nothing more until it is resumed. */
  pause?: () => Promise<void>;
  resume?: () => void;
  metrics?: Metric[];
}

export interface ServiceOptions extends Omit<AppOptions, 'readiness' | 'serverTiming'> {
  env: { SERVER_TIMING: boolean; ADMIT_ALL: boolean };
  /** Requests that may be at work at a time. */
  atWork: Bounds;
  /** Started in this order, and stopped in reverse. */
  workers?: Worker[];
}

/** An app with all its workers, to be started and stopped by `runService`. */
export function createService({ env, atWork, workers: own = [], metrics = [], ...options }: ServiceOptions): Service {
  // The last one to stop: it exports what the others did.
  const workers: Worker[] = options.tracing ? [options.tracing, ...own] : own;
  const readiness = { accepting: false };
  const admission = createAdmission('The server', (inUse) =>
    env.ADMIT_ALL ? fixedLimit(Infinity) : adaptiveLimit(atWork, inUse),
  );
  const app = createApp({
    ...options,
    readiness,
    serverTiming: env.SERVER_TIMING,
    metrics: [...admissionMetrics, ...metrics, ...workers.flatMap((worker) => worker.metrics ?? [])],
  });
  return {
    app,
    admission,
    log: options.log,
    isPublic: options.isPublic,
    readiness,
    async start() {
      for (const { start } of workers) await start?.();
    },
    async pause() {
      await Promise.all(workers.map(async ({ pause }) => pause?.()));
    },
    resume() {
      for (const { resume } of workers) resume?.();
    },
    async close() {
      admission.stop();
      for (const { stop } of workers.toReversed()) await stop();
    },
  };
}
