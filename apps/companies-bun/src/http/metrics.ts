import { Counter, Histogram, type Metric, Registry, collectDefaultMetrics } from 'prom-client';
import type { Exchange } from './exchange';

/** The figures of the process and of its parts, in Prometheus's text format, under the names that all services use. */
export function createMetrics(parts: Metric[]) {
  const registry = new Registry();
  registry.setDefaultLabels({ process: 'companies' });
  collectDefaultMetrics({ register: registry });
  parts.forEach((metric) => registry.registerMetric(metric));
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'From the head of the request to the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  });
  // Bun counts no bytes of a connection; these are those of HTTP/1.1's own form, headers included.
  const bytes = (kind: string) =>
    new Counter({
      name: `http_${kind}_bytes_total`,
      help: `Bytes ${kind} in requests, as HTTP/1.1 writes them`,
      labelNames: ['route'],
      registers: [registry],
    });
  const received = bytes('received');
  const sent = bytes('sent');

  return {
    /** Labels name the route's pattern, never the path itself: they must stay few. */
    observe(exchange: Exchange, response: Response, ms: number): void {
      const { method, route } = exchange;
      durations.observe({ method, route, status: response.status }, ms / 1_000);
      received.inc({ route }, requestBytes(exchange));
      sent.inc({ route }, responseBytes(response, exchange.sentBytes));
    },
    expose: async () => new Response(await registry.metrics(), { headers: { 'Content-Type': registry.contentType } }),
  };
}

/** "Name: value" and the end of the line, for each. */
const headerBytes = (headers: Headers): number =>
  [...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);

const requestBytes = ({ method, incoming, headers, receivedBytes }: Exchange): number =>
  `${method} ${incoming.url} HTTP/1.1\r\n\r\n`.length + headerBytes(headers) + receivedBytes;

/** With the Date and Content-Length that Bun adds. */
const responseBytes = ({ status, headers }: Response, body: number): number =>
  `HTTP/1.1 ${status} \r\n\r\n`.length + headerBytes(headers) + 37 + `Content-Length: ${body}\r\n`.length + body;
