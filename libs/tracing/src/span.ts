import { AsyncLocalStorage } from 'node:async_hooks';

/** As OpenTelemetry names them. */
export type Kind = 'SERVER' | 'CLIENT' | 'PRODUCER';

/** Named after OpenTelemetry's semantic conventions where those have a name. */
export type SpanAttributes = Record<string, string | number>;

/** A stretch of work of one process, in a trace that may cross several. */
export interface ActiveSpan {
  /** Begins a span below this one. */
  child(kind: Kind, name: string, attributes: SpanAttributes): ActiveSpan;
  /** Its trace context for the next hop: `traceparent`, and `tracestate` if there is one. */
  headers(): Record<string, string>;
  note(attributes: SpanAttributes): void;
  rename(name: string): void;
  /** Marks it as failed; it still has to end. */
  fail(error: unknown): void;
  end(): void;
  /** Runs the work with this span as the current one. */
  run<T>(work: () => T): T;
}

/** A process that is not traced never sets it, so that asking for it costs a few nanoseconds. */
const current = new AsyncLocalStorage<ActiveSpan>();

/** The span of the current work; undefined where nothing is traced. */
export const currentSpan = (): ActiveSpan | undefined => current.getStore();

/** The `traceparent` of the current span, to be stored beside work that is done later; null where nothing is traced. */
export const currentTraceParent = (): string | null => current.getStore()?.headers()['traceparent'] ?? null;

export const runWithin = <T>(span: ActiveSpan, work: () => T): T => current.run(span, work);
