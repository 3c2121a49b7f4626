import { type Colours, colourOfProcess } from '../colours';
import { firstOf } from '../first-rows';
import { printable } from '../printable';
import type { LogLine } from './log-line';

/** pino's levels by number. */
const LEVELS: Record<number, string> = { 10: 'trace', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };

/** The lines, one for each event: when, who, how bad, what; the first of very many. */
export function logText(lines: LogLine[], colours: Colours): string {
  const of = colourOfProcess(colours);
  const { shown, rest } = firstOf(lines);
  const width = Math.max(...shown.map(({ process }) => process.length));
  const text = (line: LogLine) => {
    const when = Number.isFinite(line.time) ? new Date(line.time).toISOString().slice(11, 23) : 'unknown time';
    const level = LEVELS[Number(line['level'])] ?? 'info';
    const coloured = line['level'] && Number(line['level']) >= 40 ? colours.red(level.padEnd(5)) : level.padEnd(5);
    const who = of(line.process, printable(line.process).padEnd(width));
    return `${colours.dim(when)}  ${who}  ${coloured}  ${printable(eventOf(line))}`;
  };
  return [...shown.map(text), ...rest].join('\n');
}

function eventOf(line: LogLine): string {
  const { method, path, status, ms, seconds, user, msg, err } = line as Partial<Record<string, string | number>> & {
    err?: { message?: string };
  };
  if (method === undefined) return [msg, err?.message].filter(Boolean).join(': ');
  // nginx measures in seconds.
  const took = ms ?? (seconds === undefined ? undefined : Number(seconds) * 1_000);
  return `${method} ${path} → ${status}${took === undefined ? '' : ` in ${took} ms`}${user === undefined ? '' : ` for ${user}`}`;
}
