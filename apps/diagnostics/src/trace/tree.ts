import type { StoredSpan } from '@jobly/trace-store';

export interface Row {
  span: StoredSpan;
  /** How many spans alike the row stands for, such as the attempts to deliver an event for as long as nobody takes it. */
  count: number;
  /** The branches in front of its name. */
  branches: string;
}

interface IndentedRow extends Row {
  /** What is in front of the branches below it. */
  indent: string;
}

/**
 * The spans from the top down, each behind its parent, in order of time; those in a row that are alike and have nothing
 * below them are one. A span whose parent is missing is at the top, as is the first of those that are their own
 * ancestors: anybody may have made the ids up.
 */
export function rowsOf(spans: StoredSpan[]): Row[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const parentOf = ({ parentSpanId, spanId }: StoredSpan) =>
    parentSpanId !== undefined && parentSpanId !== spanId && known.has(parentSpanId) ? parentSpanId : '';
  const children = Map.groupBy(spans, parentOf);
  const visited = new Set<string>();
  /** The rows below a span, the last one first; none if they have been there before. */
  const below = (id: string, indent?: string): IndentedRow[] => {
    if (visited.has(id)) return [];
    visited.add(id);
    const here = merged(children.get(id) ?? [], ({ spanId }) => !children.has(spanId));
    const rows = here.map(({ span, count }, at) => {
      const isLast = at === here.length - 1;
      const [branch, further] = indent === undefined ? ['', ''] : isLast ? ['└ ', '  '] : ['├ ', '│ '];
      return { span, count, branches: (indent ?? '') + branch, indent: (indent ?? '') + further };
    });
    return rows.reverse();
  };
  // A stack of its own: a chain of spans may be longer than the call stack is deep.
  const rows: Row[] = [];
  for (const top of ['', ...children.keys()]) {
    const waiting = below(top);
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      rows.push(row);
      for (const next of below(row.span.spanId, row.indent)) waiting.push(next);
    }
  }
  return rows;
}

/** When it ended, in microseconds since 1970. */
export const endOf = ({ beginUs, durationUs }: StoredSpan): number => beginUs + durationUs;

/** Neighbours that are alike as one, from the beginning of the first to the end of the last. */
function merged(spans: StoredSpan[], isLeaf: (span: StoredSpan) => boolean) {
  const rows: { span: StoredSpan; count: number }[] = [];
  for (const span of spans) {
    const last = rows.at(-1);
    if (last && areAlike(last.span, span) && isLeaf(last.span) && isLeaf(span)) {
      const endUs = Math.max(endOf(last.span), endOf(span));
      last.span = { ...last.span, durationUs: endUs - last.span.beginUs };
      last.count += 1;
    } else rows.push({ span, count: 1 });
  }
  return rows;
}

const areAlike = (one: StoredSpan, other: StoredSpan) =>
  one.process === other.process &&
  one.name === other.name &&
  (one.failure === undefined) === (other.failure === undefined);
