import { z } from 'zod';

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
  beginUs: z.number(),
  durationUs: z.number(),
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
