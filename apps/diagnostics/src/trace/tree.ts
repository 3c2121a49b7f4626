import type { StoredSpan } from '@jobly/trace-store';

export interface Row {
  span: StoredSpan;
  /** How many spans alike the row stands for, such as the attempts to deliver an event for as long as nobody takes it. */
  count: number;
  /** The branches in front of its name. */
  branches: string;
}

/**
 * The spans from the top down, each behind its parent, in order of time; those in a row that are alike and have nothing
 * below them are one. A span whose parent is missing is at the top.
 */
export function rowsOf(spans: StoredSpan[]): Row[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const parentOf = ({ parentSpanId, spanId }: StoredSpan) =>
    parentSpanId !== undefined && parentSpanId !== spanId && known.has(parentSpanId) ? parentSpanId : '';
  const children = Map.groupBy(spans, parentOf);
  const below = (id: string, indent: string): Row[] => {
    const here = merged(children.get(id) ?? [], ({ spanId }) => !children.has(spanId));
    return here.flatMap(({ span, count }, at) => {
      const isLast = at === here.length - 1;
      const [branch, further] = id === '' ? ['', ''] : isLast ? ['└ ', '  '] : ['├ ', '│ '];
      return [{ span, count, branches: indent + branch }, ...below(span.spanId, indent + further)];
    });
  };
  return below('', '');
}

/** Neighbours that are alike as one, from the beginning of the first to the end of the last. */
function merged(spans: StoredSpan[], isLeaf: (span: StoredSpan) => boolean) {
  const rows: { span: StoredSpan; count: number }[] = [];
  for (const span of spans) {
    const last = rows.at(-1);
    if (last && areAlike(last.span, span) && isLeaf(last.span) && isLeaf(span)) {
      const endUs = Math.max(...[last.span, span].map(({ beginUs, durationUs }) => beginUs + durationUs));
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
