import { z } from 'zod';

/** What lines of pino and of nginx have in common, and everything else. */
const logLine = z.looseObject({ requestId: z.string() });

export interface LogLine {
  /** Milliseconds since 1970; Infinity if it is not known, so that such a line is behind those whose time is. */
  time: number;
  process: string;
  [field: string]: unknown;
}

/**
 * The line, if it is of this request. Most are not, and are not parsed; nor is a last line that is half written.
 * @param source who wrote it, where it does not say so itself.
 */
export function lineOf(requestId: string, text: string, source: string): LogLine | undefined {
  const begin = text.indexOf('{');
  if (begin < 0 || !text.includes(JSON.stringify(requestId))) return undefined;
  const { data } = logLine.safeParse(parsed(text.slice(begin)));
  if (data?.requestId !== requestId) return undefined;
  const { name, time, ...rest } = data;
  return {
    ...rest,
    // nginx writes seconds, of the day as of a request.
    time: timeOf(time, 'seconds' in rest ? 1_000 : 1),
    process: typeof name === 'string' ? name : source,
  };
}

/** Not every number is a time that a Date can hold. */
function timeOf(time: unknown, unitMs: number): number {
  const ms = typeof time === 'number' ? time * unitMs : NaN;
  return Number.isNaN(new Date(ms).getTime()) ? Infinity : ms;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
