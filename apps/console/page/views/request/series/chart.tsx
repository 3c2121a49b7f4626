import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Times } from '../../../../api/request';
import { type LogScale, logScale } from './scale';
import { type StackTimes, jitter, sharesOf } from './times';

/** In px. */
const ROW = 52;
const CURVES = 180;
const AXIS = 30;
const MARGIN = { left: 76, right: 16 };

/** Every request as a dot, and what share was answered within which time, on one axis. */
export function Chart({ stacks, figures }: { stacks: readonly StackTimes[]; figures: readonly Times[] }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(640);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => (width.value = entry!.contentRect.width));
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);
  const inner = width.value - MARGIN.left - MARGIN.right;
  const scale = logScale(
    stacks.flatMap(({ times }) => times),
    inner,
  );
  const rows = stacks.length * ROW;
  const height = rows + 16 + CURVES;
  return (
    <div ref={box} class="chart">
      <svg
        width={width.value}
        height={height + AXIS}
        role="img"
        aria-label="Times of all requests that count, by stack"
      >
        <g transform={`translate(${MARGIN.left} 0)`}>
          <Grid scale={scale} height={height} />
          {stacks.map((stack, at) => (
            <Dots
              key={stack.stack}
              {...stack}
              scale={scale}
              y={at * ROW + ROW / 2}
              figure={figures.find((one) => one.stack === stack.stack)}
            />
          ))}
          <g transform={`translate(0 ${rows + 16})`}>
            {[0.5, 0.95].map((share) => (
              <g key={share} class="share">
                <line x2={inner} y1={CURVES * (1 - share)} y2={CURVES * (1 - share)} />
                <text x={-8} y={CURVES * (1 - share) + 4}>
                  {share * 100} %
                </text>
              </g>
            ))}
            {stacks.map((stack, at) => (
              <Curve key={stack.stack} {...stack} scale={scale} isFirst={at === 0} />
            ))}
          </g>
        </g>
      </svg>
    </div>
  );
}

const Grid = ({ scale, height }: { scale: LogScale; height: number }) => (
  <>
    {scale.ticks.map(({ value, isLabelled }, at) => (
      <g key={value} class="grid" transform={`translate(${scale.at(value)} 0)`}>
        <line y2={height + 4} />
        {isLabelled && (
          <text y={height + 20}>
            {value}
            {at === 0 && ' ms'}
          </text>
        )}
      </g>
    ))}
  </>
);

interface Drawn extends StackTimes {
  scale: LogScale;
}

const Dots = ({ stack, times, scale, y, figure }: Drawn & { y: number; figure: Times | undefined }) => (
  <g class={`dots ${stack}`}>
    <text x={-8} y={y + 4}>
      {stack}
    </text>
    {times.map((ms, at) => (
      <circle key={at} cx={scale.at(ms)} cy={y + jitter(at) * (ROW - 18)} r="2" />
    ))}
    {figure && (
      <g class="median">
        <line x1={scale.at(figure.median.low)} x2={scale.at(figure.median.high)} y1={y} y2={y} class="interval" />
        <line
          x1={scale.at(figure.median.estimate)}
          x2={scale.at(figure.median.estimate)}
          y1={y - ROW / 2 + 6}
          y2={y + ROW / 2 - 6}
        />
      </g>
    )}
  </g>
);

/** The first is labelled on its left, and the others on their right, where nothing is in between. */
const Curve = ({ stack, times, scale, isFirst }: Drawn & { isFirst: boolean }) => {
  const shares = sharesOf(times);
  const points = shares.map(({ ms, share }) => `${scale.at(ms).toFixed(1)},${(CURVES * (1 - share)).toFixed(1)}`);
  const label = shares[Math.floor(shares.length * (isFirst ? 0.75 : 0.25))]!;
  return (
    <g class={`curve ${stack}`}>
      <polyline points={points.join(' ')} />
      <text
        x={scale.at(label.ms) + (isFirst ? -8 : 8)}
        y={CURVES * (1 - label.share) + (isFirst ? -2 : 12)}
        text-anchor={isFirst ? 'end' : 'start'}
      >
        {stack}
      </text>
    </g>
  );
};
