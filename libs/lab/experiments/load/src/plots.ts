import { compare, cpuPerThousand, type MeasuredBlock, responseP50, throughput } from '@jobly/lab/results';
import type { Observations } from '@jobly/lab/runner';
import { basePoint, BASE, type Knob, knobs, type Point, saturatedOf } from './points';

type Plot = Required<Observations>['plots'][number];

const LINES = [
  { name: 'p50', metric: responseP50, caseOf: ({ workload }: Point) => workload.name },
  { name: 'CPU', metric: cpuPerThousand, caseOf: ({ workload }: Point) => workload.name },
  { name: 'throughput', metric: throughput, caseOf: saturatedOf },
];

/**
 * The ratio between the stacks over each knob that was turned.
 * @param jobs in the databases at the base
 */
export function knobPlots(
  blocks: readonly MeasuredBlock[],
  points: readonly Point[],
  jobs: number,
  seed: number,
): Plot[] {
  return (Object.keys(knobs) as Knob[]).flatMap((knob) => {
    const turned = points.filter((point) => point.knob === knob && point !== basePoint);
    if (turned.length === 0) return [];
    const places = [{ ...basePoint, value: knob === 'data' ? jobs : BASE[knob] }, ...turned].sort(
      (one, other) => one.value - other.value,
    );
    const lines = LINES.map(({ name, metric, caseOf }) => ({
      name,
      points: places.flatMap((point) => {
        const comparison = { base: 'monolith', other: 'micro', as: 'ratio', metric } as const;
        const found = compare(blocks, caseOf(point), comparison, seed);
        if (!found) return [];
        const { estimate, low, high } = found.interval;
        return [{ x: point.value, y: estimate, low, high }];
      }),
    })).filter((line) => line.points.length > 1);
    const { name, unit, scale } = knobs[knob];
    return [
      {
        title: `The ratio by ${name}`,
        note: 'Microservices ÷ monolith, with the 95 % interval over launches, or over paired blocks if there is a single launch; everything else is as at the base.',
        x: { name, unit, ...(scale && { scale }) },
        y: { name: 'microservices ÷ monolith', unit: '×' },
        lines,
      },
    ];
  });
}
