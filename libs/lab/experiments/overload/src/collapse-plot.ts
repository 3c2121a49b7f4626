import type { Observations } from '@jobly/lab/runner';
import type { Sample } from './observe';
import { PATH, PATIENCE_MS, type Plan } from './plan';
import { samplesOf, shareOfPeak } from './shares';
import { kinds } from './variants';

type Plot = Required<Observations>['plots'][number];

/** Goodput over offered load, a line for every kind: it stays up, or it collapses. */
export function collapsePlot(samples: readonly Sample[], { multiples, launches }: Plan, seed: number): Plot {
  const percent = (share: number) => 100 * share;
  return {
    title: 'Goodput by offered load',
    note: `GET ${PATH}, answered within ${PATIENCE_MS / 1_000} s, as a share of what the same launch is served in a closed loop. With the 95 % interval over ${launches} launches.`,
    x: { name: 'the offered load', unit: '× peak' },
    y: { name: 'good answers, of the peak', unit: '%' },
    lines: kinds.map((kind) => ({
      name: kind.stack,
      ...(!kind.isAdmitting && { dashed: true as const }),
      points: multiples.map((multiple) => {
        const { estimate, low, high } = shareOfPeak(samplesOf(samples, kind, multiple), seed);
        // No launch answers less than nothing.
        return { x: multiple, y: percent(estimate), low: percent(Math.max(0, low)), high: percent(high) };
      }),
    })),
    dashed: 'without admission control',
  };
}
