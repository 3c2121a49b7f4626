import { z } from 'zod';

/** The last time that a Date can hold (microseconds; https://tc39.es/ecma262/#sec-time-values-and-time-range). */
const LAST_US = 8.64e18;

/** A span as a line of the file has it. */
const storedSpan = z.object({
  traceId: z.string(),
  spanId: z.string(),
  /** Absent in a span that begins a trace. */
  parentSpanId: z.string().optional(),
  /** The process that did the work. */
  process: z.string(),
  name: z.string(),
  /** Microseconds since 1970. */
  beginUs: z.number().nonnegative().max(LAST_US),
  durationUs: z.number().nonnegative().max(LAST_US),
  attributes: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Why it failed, if it did. */
  failure: z.string().optional(),
});

export type StoredSpan = z.output<typeof storedSpan>;

/** The span in a line; undefined for a line that is none, such as a last one that is half written. */
export function parseSpan(line: string): StoredSpan | undefined {
  try {
    return storedSpan.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
