import type { IncomingHttpHeaders } from 'node:http';
import type { Context } from '@opentelemetry/api';
import { boundedQueue } from './bounded-queue';
import { type ActiveSpan, type Kind, type SpanAttributes, runWithin } from './span';

export interface Tracer {
  begin(kind: Kind, name: string, received: IncomingHttpHeaders, attributes: SpanAttributes): ActiveSpan;
  close(): Promise<void>;
}

/** Longer values, such as generated statements, are cut (characters). */
const LONGEST_VALUE = 4_096;
/** For the spans that are left when the process stops, whose time is limited, too (ms). */
const LAST_EXPORT_MS = 1_000;

/** @param onDropped hears of spans that nobody will see. */
export async function openTracer(
  process: string,
  endpoint: string,
  onDropped: (count: number) => void,
): Promise<Tracer> {
  // Imported here, one by one: a module that imported them would be bundled, with its imports at the top.
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, defaultTextMapGetter, defaultTextMapSetter, trace } =
    await import('@opentelemetry/api');
  const { W3CTraceContextPropagator } = await import('@opentelemetry/core');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { TracerProvider } = await import('@opentelemetry/sdk-trace');

  const queue = await boundedQueue(endpoint, onDropped);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': process, 'service.namespace': 'jobly' }),
    spanProcessors: [queue],
    spanLimits: { attributeValueLengthLimit: LONGEST_VALUE },
  });
  const tracer = provider.getTracer('jobly');
  const propagator = new W3CTraceContextPropagator();

  const beginIn = (parent: Context, kind: Kind, name: string, attributes: SpanAttributes): ActiveSpan => {
    const span = tracer.startSpan(name, { kind: SpanKind[kind], attributes }, parent);
    const context = trace.setSpan(parent, span);
    const active: ActiveSpan = {
      child: (...rest) => beginIn(context, ...rest),
      headers() {
        const headers: Record<string, string> = {};
        propagator.inject(context, headers, defaultTextMapSetter);
        return headers;
      },
      note: (more) => void span.setAttributes(more),
      rename: (better) => void span.updateName(better),
      fail: (error) => void span.setStatus({ code: SpanStatusCode.ERROR, message: messageOf(error) }),
      end: () => span.end(),
      run: (work) => runWithin(active, work),
    };
    return active;
  };

  return {
    begin: (kind, name, received, attributes) =>
      beginIn(propagator.extract(ROOT_CONTEXT, received, defaultTextMapGetter), kind, name, attributes),
    close: () => Promise.race([provider.shutdown().catch(() => {}), late()]),
  };
}

const late = () => new Promise<void>((resolve) => setTimeout(resolve, LAST_EXPORT_MS).unref());

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
