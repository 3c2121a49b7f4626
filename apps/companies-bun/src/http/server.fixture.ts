import { pino } from 'pino';
import type { Handler } from '../companies/handlers';
import { ownOperations } from '../contract/document';
import { forbidden } from '../problem';
import { createAdmission } from './admission';
import { createApp } from './app';
import { createMetrics } from './metrics';
import { type Timeouts, listen } from './server';

const log = pino({ level: 'silent' });
const admission = createAdmission(false);
const metrics = createMetrics(admission.metrics);

/** A server whose operations all do the same; whoever sends an Authorization has access to them. */
export const aServer = (answer: Handler, timeouts?: Timeouts) =>
  listen({
    host: '127.0.0.1',
    port: 0,
    log,
    admission,
    metrics,
    timeouts,
    app: createApp({
      handlers: Object.fromEntries(ownOperations.map(({ id }) => [id, answer] as const)),
      guard: async ({ access }, headers) => {
        if (access !== 'anyone' && !headers.has('authorization')) throw forbidden();
        return undefined;
      },
      log,
      readiness: { accepting: true },
      probe: async () => {},
      expose: metrics.expose,
      published: () => [],
    }),
  });
