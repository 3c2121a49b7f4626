import { parse } from 'node:querystring';
import { type PublicOperations, operations as publicOperations } from '@jobly/contracts';
import type { Tracing } from '@jobly/tracing';
import cors from 'cors';
import express, { type Express, type RequestHandler, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Metric } from 'prom-client';
import type { DatabaseTraffic } from './database-traffic';
import { docs } from './docs';
import { type Translate, errorHandler, noSuchPath, refuseNul, requireHost } from './errors';
import { EXPOSED_HEADERS } from './exposed-headers';
import { type Probe, type Readiness, health } from './health';
import { accessLog } from './logging';
import { readable } from './methods';
import { createMetrics } from './metrics';
import { requestContext } from './request-context';
import { requestSpan } from './request-span';
import { type OperationHandler, router } from './routes';
import { serverTiming } from './server-timing';
import type { TrustProxy } from './trust-proxy';

export interface AppOptions {
  name: string;
  log: Logger;
  readiness: Readiness;
  /** Whether browsers talk to it; only then do CORS and security headers matter. */
  isPublic: boolean;
  /** The proxies whose X-Forwarded-For is trusted; none by default. */
  trustProxy?: TrustProxy;
  /** The API that /docs describes, if it differs from the contract's defaults. */
  described?: PublicOperations;
  /** The dependencies that must answer for this process to be ready. */
  probe: Probe;
  /** The traffic with its database, if it has one. */
  databaseTraffic?: DatabaseTraffic;
  /** Whether every response carries a Server-Timing header. */
  serverTiming?: boolean;
  /** Where the spans of its requests go, if they are traced. */
  tracing?: Tracing | undefined;
  /** The operations answered here, each with its handler. */
  operations: Iterable<OperationHandler>;
  /** Routes beside the operations, for instance a key set. */
  routers?: Router[];
  /** Middleware before all operations, for instance a rate limit. */
  middleware?: RequestHandler[];
  translate?: Translate;
  /** Metrics of this process's parts, exposed beside its own. */
  metrics?: Metric[];
}

// TLS, if any, ends in front of these processes: HTTPS headers are the business of whoever terminates it.
const securityHeaders = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
});

/** The Express app of every process, with the same middleware whatever its operations are. It does not listen. */
export function createApp(options: AppOptions): Express {
  const metrics = createMetrics(options.name, options.metrics ?? [], options.databaseTraffic);
  const app = express();
  app.disable('x-powered-by');
  // Without ETags: hashing every reply for the rare client that revalidates takes about a seventh of a small reply's
  // cost.
  app.disable('etag');
  // Every pair counts: the parser's own limit of a thousand would drop filters and unknown names in silence.
  app.set('query parser', (query: string) => parse(query, '&', '=', { maxKeys: 0 }));
  app.set('trust proxy', options.trustProxy ?? false);

  app.use(requestContext(options.isPublic));
  if (options.tracing) app.use(requestSpan(options.tracing, options.isPublic));
  if (options.serverTiming) app.use(serverTiming(options.name));
  app.use(accessLog(options.log), metrics.observe);
  if (options.isPublic) {
    app.use(securityHeaders, cors({ exposedHeaders: EXPOSED_HEADERS }));
    app.use(docs(options.described ?? publicOperations));
  }
  readable(app, '/metrics', metrics.expose);
  app.use(health(options.readiness, options.probe));
  for (const routes of options.routers ?? []) app.use(routes);
  app.use(requireHost, refuseNul, ...(options.middleware ?? []));
  app.use(router(options.operations));
  app.use(noSuchPath);
  app.use(errorHandler(options.log, options.translate ?? (() => undefined)));
  return app;
}
