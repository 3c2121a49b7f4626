import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type StoredSpan, parseSpan, traceFiles } from '@jobly/trace-store';
import type { Statement, Unknown } from '../../api/request';

/** Processes export their spans once a second. */
const aSecond = () => delay(1_000);

const READINGS_AT_MOST = 6;

/** The spans of the last seconds are at the end of the file (bytes). */
const END = 4_000_000;

/**
 * The SQL statements that a request has caused, in order of time, from the spans collected in the directory.
 * @param pause waits for more of them
 */
export async function statementsOf(
  directory: string,
  requestId: string,
  pause: () => Promise<unknown> = aSecond,
): Promise<readonly Statement[] | Unknown> {
  const file = traceFiles(directory).at(-1)!;
  let last: StoredSpan[] = [];
  for (let reading = 0; reading < READINGS_AT_MOST; reading++) {
    if (reading > 0) await pause();
    const spans = spansOf(requestId, await endOf(file));
    // Those of all processes have come once nothing new comes.
    if (spans.length > 0 && spans.length === last.length) break;
    last = spans;
  }
  if (last.length === 0) return { unknown: 'The spans of this request are not there (any more): send it again.' };
  return last
    .filter(({ attributes }) => 'db.query.text' in attributes)
    .sort((one, other) => one.beginUs - other.beginUs)
    .map(({ process, attributes, durationUs }) => ({
      ...{ process, text: String(attributes['db.query.text']), ms: durationUs / 1_000 },
    }));
}

/** All spans of the trace in which a request has this id. */
function spansOf(requestId: string, text: string): StoredSpan[] {
  const lines = text.split('\n');
  const trace = lines
    .filter((line) => line.includes(requestId))
    .map(parseSpan)
    .find((span) => span?.attributes['jobly.request_id'] === requestId)?.traceId;
  if (trace === undefined) return [];
  return lines.flatMap((line) => {
    const span = line.includes(trace) ? parseSpan(line) : undefined;
    return span?.traceId === trace ? [span] : [];
  });
}

async function endOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const length = Math.min(size, END);
    const { buffer } = await file.read({ buffer: Buffer.alloc(length), position: size - length });
    return buffer.toString();
  } finally {
    await file.close();
  }
}
