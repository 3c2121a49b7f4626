import type { IncomingHttpHeaders } from 'node:http';
import { Counter, type Metric } from 'prom-client';
import type { ActiveSpan, Kind, SpanAttributes } from './span';
import { type Tracer, openTracer } from './tracer';

/** The tracing of a process: its spans, and the worker that exports them. */
export interface Tracing {
  /**
   * Begins a span below the one that the `traceparent` of these headers names, or a new trace if there is none or it is
   * malformed (https://www.w3.org/TR/trace-context/). Undefined before the start.
   */
  begin(kind: Kind, name: string, received: IncomingHttpHeaders, attributes: SpanAttributes): ActiveSpan | undefined;
  start: () => Promise<void>;
  /** Exports what is left, for a second at most. */
  stop: () => Promise<void>;
  metrics: Metric[];
}

const dropped = new Counter({
  name: 'tracing_spans_dropped_total',
  help: 'Spans that were not exported: the queue was full, or nobody took them',
  registers: [],
});

/**
 * Tracing to an OTLP/HTTP endpoint, under the name of the process; undefined without an endpoint. OpenTelemetry's
 * libraries are loaded at the start, and only then.
 */
export function createTracing(process: string, endpoint: string | undefined): Tracing | undefined {
  if (endpoint === undefined) return undefined;
  let tracer: Tracer | undefined;
  return {
    begin: (kind, name, received, attributes) => tracer?.begin(kind, name, received, attributes),
    async start() {
      tracer = await openTracer(process, endpoint, (count) => dropped.inc(count));
    },
    async stop() {
      await tracer?.close();
    },
    metrics: [dropped],
  };
}
