import { z } from 'zod';
import type { StoredSpan } from './stored-span';

/** A span is over when it comes, and its clock is this machine's, which may have been set back since (ms). */
const CLOCK_LEEWAY_MS = 60_000;
const latestNano = () => BigInt(Date.now() + CLOCK_LEEWAY_MS) * 1_000_000n;

const value = z.object({ stringValue: z.string().optional(), intValue: z.coerce.number().optional() });
const attributes = z.array(z.object({ key: z.string(), value })).default([]);
const spanId = z.string().regex(/^[\da-f]{16}$/i);
const span = z
  .object({
    traceId: z.string().regex(/^[\da-f]{32}$/i),
    spanId,
    parentSpanId: z.union([z.literal(''), spanId]).optional(),
    name: z.string(),
    startTimeUnixNano: z.coerce.bigint().nonnegative(),
    endTimeUnixNano: z.coerce.bigint(),
    attributes,
    status: z.object({ code: z.number().optional(), message: z.string().optional() }).default({}),
  })
  .refine(({ startTimeUnixNano: begin, endTimeUnixNano: end }) => begin <= end && end <= latestNano());
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
 * Throws if it is anything else, or has ids or times that no span of this machine can have.
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
