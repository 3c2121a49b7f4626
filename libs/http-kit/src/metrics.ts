import type { RequestHandler } from 'express';
import { Histogram, type Metric, Registry, collectDefaultMetrics } from 'prom-client';
import { type DatabaseTraffic, exposeDatabaseTraffic } from './database-traffic';
import { httpBytes } from './http-bytes';

/**
 * Requests with their durations and bytes, the traffic with the database, the process's own figures, and the metrics of
 * its `parts`, in Prometheus's text format. Scrapes and health checks have routes of their own, so that they can be
 * left out when requests are counted.
 */
export function createMetrics(
  process: string,
  parts: Metric[],
  databaseTraffic?: DatabaseTraffic,
): { observe: RequestHandler; expose: RequestHandler } {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  parts.forEach((metric) => registry.registerMetric(metric));
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the first byte in to the last byte out',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  const countBytes = httpBytes(registry);
  if (databaseTraffic) exposeDatabaseTraffic(databaseTraffic, registry);

  const observe: RequestHandler = (request, response, next) => {
    const begin = performance.now();
    response.once('finish', () => {
      // The route's pattern, never the path itself: labels must stay few.
      const { path: route } = (request.route as { path: string } | undefined) ?? { path: 'none' };
      durations.observe(
        { method: request.method, route, status: response.statusCode },
        (performance.now() - begin) / 1000,
      );
      countBytes(request, route);
    });
    next();
  };
  const expose: RequestHandler = async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  };
  return { observe, expose };
}
