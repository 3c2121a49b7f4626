import type { StoredSpan } from '@jobly/trace-store';

export interface Row {
  span: StoredSpan;
  /** The branches in front of its name. */
  branches: string;
}

/** The spans from the top down, each behind its parent, in order of time. One whose parent is missing is at the top. */
export function rowsOf(spans: StoredSpan[]): Row[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const parentOf = ({ parentSpanId, spanId }: StoredSpan) =>
    parentSpanId !== undefined && parentSpanId !== spanId && known.has(parentSpanId) ? parentSpanId : '';
  const children = Map.groupBy(spans, parentOf);
  const below = (id: string, indent: string): Row[] => {
    const here = children.get(id) ?? [];
    return here.flatMap((span, at) => {
      const isLast = at === here.length - 1;
      const [branch, further] = id === '' ? ['', ''] : isLast ? ['└ ', '  '] : ['├ ', '│ '];
      return [{ span, branches: indent + branch }, ...below(span.spanId, indent + further)];
    });
  };
  return below('', '');
}
