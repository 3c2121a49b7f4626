import type { PartState } from '../../../api/state';
import { isCut } from './cuts';
import type { Line } from './layout';

/** The head of an arrow (px). */
const HEAD = 7;

/** The lines between boxes. What they mean is also in the panel of each process, in words. */
export function Lines({ lines, parts }: { lines: readonly Line[]; parts: readonly PartState[] }) {
  return (
    <svg class="lines" aria-hidden="true">
      {lines.map((line) => (
        <LineBetween
          key={`${line.arrow.from} ${line.arrow.kind} ${line.arrow.to}`}
          line={line}
          cut={isCut(line.arrow, parts)}
        />
      ))}
    </svg>
  );
}

function LineBetween({ line: { arrow, from, to }, cut }: { line: Line; cut: boolean }) {
  const [right, down] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const isVertical = down !== 0;
  const hasHead = arrow.kind !== 'tables';
  const end = hasHead ? { x: to.x - (isVertical ? 0 : right * HEAD), y: to.y - down * HEAD } : to;
  const start = isVertical ? { ...from, x: to.x } : from;
  const middle = { x: (start.x + to.x) / 2, y: (start.y + to.y) / 2 };
  const head = isVertical
    ? `M${to.x} ${to.y}l-${HEAD / 1.6} ${-down * HEAD * 1.3}h${HEAD * 1.25}z`
    : `M${to.x} ${to.y}l${-right * HEAD * 1.3} -${HEAD / 1.6}v${HEAD * 1.25}z`;
  return (
    <g class={`${arrow.kind} ${cut ? 'cut' : ''}`}>
      <path d={`M${start.x} ${start.y}L${end.x} ${end.y}`} />
      {hasHead && <path class="head" d={head} />}
      {cut && <path class="cross" d={`M${middle.x - 6} ${middle.y - 6}l12 12m0 -12l-12 12`} />}
    </g>
  );
}
