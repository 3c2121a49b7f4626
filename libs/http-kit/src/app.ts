import { type PublicOperations, operations as publicOperations } from '@jobly/contracts';
import cors from 'cors';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { DatabaseTraffic } from './database-traffic';
import { docs } from './docs';
import { type Translate, errorHandler, noSuchPath, refuseNul } from './errors';
import { type Probe, type Readiness, health } from './health';
import { accessLog } from './logging';
import { readable } from './methods';
import { createMetrics } from './metrics';
import { requestContext } from './request-context';
import { type OperationHandler, router } from './routes';
import { serverTiming } from './server-timing';
import type { TrustProxy } from './trust-proxy';

export interface AppOptions {
  name: string;
  log: Logger;
  readiness: Readiness;
  /** Whether browsers talk to it; only there do CORS and security headers mean anything. */
  isPublic: boolean;
  /** The proxies in front of it whose word is taken for who is asking; none if not given. */
  trustProxy?: TrustProxy;
  /** The API that /docs describes there, if it is not as the contract has it by default. */
  described?: PublicOperations;
  /** What must answer for this process to be ready. */
  probe: Probe;
  /** What it sends to its database and gets back, where it has one. */
  databaseTraffic?: DatabaseTraffic;
  /** Whether every response says where its time went. */
  serverTiming?: boolean;
  /** The operations answered here, each with its handler. */
  operations: Iterable<OperationHandler>;
  /** Routes beside the operations, a key set for instance. */
  routers?: Router[];
  /** What comes before any operation, a rate limit say. */
  middleware?: RequestHandler[];
  translate?: Translate;
  /** Counters of what this process is made of, shown beside its own metrics. */
  metrics?: Metric[];
}

// TLS ends in front of these processes, if anywhere: what is about https is for whoever ends it to say.
const securityHeaders = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
});

/** The Express app every process serves: the same middle, whatever stands behind it. Does not listen. */
export function createApp(options: AppOptions): Express {
  const metrics = createMetrics(options.name, options.metrics ?? [], options.databaseTraffic);
  const app = express();
  app.disable('x-powered-by');
  // No hashing of every reply for the rare client that revalidates: about a seventh of a small reply's cost.
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustProxy ?? false);

  app.use(requestContext);
  if (options.serverTiming) app.use(serverTiming(options.name));
  app.use(accessLog(options.log), metrics.observe);
  if (options.isPublic) {
    app.use(securityHeaders, cors({ exposedHeaders: ['X-Request-Id', 'Retry-After'] }));
    app.use(docs(options.described ?? publicOperations));
  }
  readable(app, '/metrics', metrics.expose);
  app.use(health(options.readiness, options.probe));
  for (const routes of options.routers ?? []) app.use(routes);
  app.use(refuseNul, ...(options.middleware ?? []));
  app.use(router(options.operations));
  app.use(noSuchPath);
  app.use(errorHandler(options.log, options.translate ?? (() => undefined)));
  return app;
}
