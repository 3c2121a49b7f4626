import { type StoredSpan, linesOf, parseSpan, traceFiles } from '@jobly/trace-store';

/**
 * The spans of the last trace in the directory that was begun by what is wanted: a request id, a trace id, or a method
 * and a path; by anything if nothing is wanted. Undefined if there is none. The files are read twice, not kept.
 */
export async function findTrace(directory: string, wanted: string[]): Promise<StoredSpan[] | undefined> {
  const matches = matching(wanted);
  let last: StoredSpan | undefined;
  for await (const span of spansIn(directory)) {
    if (matches(span) && span.beginUs >= (last?.beginUs ?? 0)) last = span;
  }
  if (!last) return undefined;
  const spans: StoredSpan[] = [];
  for await (const span of spansIn(directory)) if (span.traceId === last.traceId) spans.push(span);
  return spans.sort((one, other) => one.beginUs - other.beginUs);
}

function matching(wanted: string[]): (span: StoredSpan) => boolean {
  if (wanted.length === 0) return ({ attributes }) => 'jobly.request_id' in attributes;
  if (wanted.length > 1) {
    const [method, path] = wanted;
    return ({ attributes }) =>
      'jobly.request_id' in attributes &&
      attributes['http.request.method'] === method?.toUpperCase() &&
      attributes['url.path'] === path;
  }
  const [id] = wanted;
  return ({ attributes, traceId }) => attributes['jobly.request_id'] === id || traceId === id;
}

async function* spansIn(directory: string): AsyncGenerator<StoredSpan> {
  for (const file of traceFiles(directory)) {
    for await (const line of linesOf(file)) {
      const span = parseSpan(line);
      if (span) yield span;
    }
  }
}
