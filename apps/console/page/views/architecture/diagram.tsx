import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Drawing } from '../../../api/architecture';
import type { PartState } from '../../../api/state';
import { Lines } from './lines';
import { laidOut } from './layout';
import { ProcessBox } from './process-box';

/** One topology: its processes with their figures, its databases, and who asks whom. */
export function Diagram({ drawing, parts }: { drawing: Drawing; parts: readonly PartState[] }) {
  const canvas = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => (width.value = entry!.contentRect.width));
    observer.observe(canvas.current!);
    return () => observer.disconnect();
  }, []);
  const { height, boxes, lines } = laidOut(drawing, width.value || 320);
  return (
    <div class="canvas" ref={canvas} style={{ height: `${height}px` }}>
      <Lines lines={lines} parts={parts} />
      {boxes.map(({ box, modules, ...place }) => {
        const style = Object.fromEntries(Object.entries(place).map(([side, px]) => [side, `${px}px`]));
        const part = parts.find(({ name }) => name === box.name);
        return box.kind === 'database' ? (
          <div key={box.id} class="database" style={style}>
            {box.name}
          </div>
        ) : (
          part && <ProcessBox key={box.id} part={part} modules={modules} style={style} />
        );
      })}
    </div>
  );
}
