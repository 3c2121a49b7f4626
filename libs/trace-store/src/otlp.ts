import { z } from 'zod';
import type { StoredSpan } from './stored-span';

const value = z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() });
const attributes = z.array(z.object({ key: z.string(), value })).default([]);
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
  attributes,
  status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
});
const request = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

type Span = z.output<typeof span>;

/** OpenTelemetry's STATUS_CODE_ERROR. */
const FAILED = 2;

/**
 * The spans in the body of an OTLP/HTTP request in JSON (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding).
 * Throws if it is anything else.
 */
export const spansIn = (body: string): StoredSpan[] =>
  request.parse(JSON.parse(body)).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const process = String(plain(resource.attributes)['service.name'] ?? 'unknown');
    return scopeSpans.flatMap(({ spans }) => spans.map((one) => stored(process, one)));
  });

const stored = (process: string, { startTimeUnixNano: begin, ...span }: Span): StoredSpan => ({
  traceId: span.traceId,
  spanId: span.spanId,
  ...(span.parentSpanId && { parentSpanId: span.parentSpanId }),
  process,
  name: span.name,
  beginUs: Number(begin) / 1_000,
  durationUs: Number(span.endTimeUnixNano - begin) / 1_000,
  attributes: plain(span.attributes),
  ...(span.status.code === FAILED && { failure: span.status.message ?? '' }),
});

const plain = (given: z.output<typeof attributes>): Record<string, string | number> =>
  Object.fromEntries(given.map(({ key, value: { stringValue, intValue } }) => [key, stringValue ?? intValue ?? '']));
