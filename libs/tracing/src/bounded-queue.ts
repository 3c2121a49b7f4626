import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';

/** Spans that wait for their export or are under way, about 4 MB. */
const LONGEST_QUEUE = 2_048;
const BATCH = 512;
/** The longest wait for a batch to fill, and for it to be taken (ms). */
const BATCH_MS = 1_000;
const EXPORT_MS = 2_000;

/**
 * Exports spans in batches, in the background. What an exporter that is down, slow or full does not take is dropped and
 * counted, which OpenTelemetry's own queue does not do: it neither delays nor fails what the spans are about.
 */
export async function boundedQueue(endpoint: string, onDropped: (count: number) => void): Promise<SpanProcessor> {
  const { BatchSpanProcessor } = await import('@opentelemetry/sdk-trace');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const otlp = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: EXPORT_MS });
  let held = 0;
  const batches = new BatchSpanProcessor({
    exporter: {
      export: (spans, done) =>
        otlp.export(spans, (result) => {
          held -= spans.length;
          if (result.error) onDropped(spans.length);
          done(result);
        }),
      shutdown: () => otlp.shutdown(),
    },
    maxQueueSize: LONGEST_QUEUE,
    maxExportBatchSize: BATCH,
    scheduledDelayMillis: BATCH_MS,
    // The exporter's own limit comes first, so that what it drops is counted.
    exportTimeoutMillis: 2 * EXPORT_MS,
  });
  return {
    onStart: (span, context) => batches.onStart(span, context),
    onEnd(span: ReadableSpan) {
      if (held >= LONGEST_QUEUE) onDropped(1);
      else if (span.spanContext().traceFlags & 1) {
        held += 1;
        batches.onEnd(span);
      }
    },
    forceFlush: () => batches.forceFlush(),
    shutdown: () => batches.shutdown(),
  };
}
