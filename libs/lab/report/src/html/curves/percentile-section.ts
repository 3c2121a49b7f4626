import { hasSeveralConfigurations, isOpen, repeatsIn, type Results, roundedMs, tabledCases } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { logScale, type Scale } from '../scale';
import { ON_A_PAGE, type Size } from './frame';
import { MOST_LINES } from './line-names';
import { percentileChart } from './percentile-chart';
import { hasCurve, type PercentileCurve, percentileCurves } from './percentile-curve';

export interface PercentileFigure {
  operation: string;
  /** Undefined if there is only one. */
  configuration: string | undefined;
  /** Its median and its p99, in words. */
  told: string[];
  chart(size: Size): Markup;
}

/**
 * One chart per operation, all on the same axes. There is none for a closed loop, which does not see the latency that
 * its waiting hides, and none for more arms than can be told apart: the forest plot shows their differences better.
 */
export function percentileFigures(results: Results, accents: Accents): PercentileFigure[] {
  const several = hasSeveralConfigurations([results]);
  const drawn = tabledCases(results)
    .filter(isOpen)
    .map((one) => ({ one, curves: drawable(percentileCurves(results, one.name)) }))
    .filter(({ curves }) => curves.length > 0 && curves.length <= MOST_LINES);
  const ms = sharedAxis(drawn.flatMap(({ curves }) => curves));
  return drawn.map(({ one: { name, operation, configuration }, curves }) => {
    const told = inWords(results, name, curves);
    const said = `Response time by percentile of ${operation}. ${told.join(' ')}`;
    return {
      operation,
      configuration: several ? configuration : undefined,
      told,
      chart: (size: Size) => percentileChart(curves, ms, said, accents, size),
    };
  });
}

/** The operations for which the blocks of a run make a chart, as the summaries tell it. */
export function percentileCases(results: Results): Pick<PercentileFigure, 'operation' | 'configuration'>[] {
  const several = hasSeveralConfigurations([results]);
  return tabledCases(results)
    .filter(isOpen)
    .filter(({ name }) => {
      const arms = results.summaries.filter(({ workload, requests }) => workload === name && hasCurve(requests));
      return arms.length > 0 && arms.length <= MOST_LINES;
    })
    .map(({ operation, configuration }) => ({ operation, configuration: several ? configuration : undefined }));
}

/** All charts, side by side. */
export function percentileSection(results: Results, accents: Accents): Markup | undefined {
  const figures = percentileFigures(results, accents);
  if (figures.length === 0) return undefined;
  return markup`<section class="evidence">
<h3>From the median to the tail</h3>
<p class="note">Response time by percentile, from when a request was due. Every step to the right is ten times rarer; both axes are the same in all charts. A curve ends where fewer than ten samples lie beyond it. The band reaches from the fastest block to the slowest, as far as single blocks have the samples.</p>
<div class="charts">${figures.map(
    ({ operation, configuration, told, chart }) =>
      markup`<figure><figcaption><code>${operation}</code>${[configuration ?? [], told].flat().map((line) => markup`<span>${line}</span>`)}</figcaption>
${chart(ON_A_PAGE)}</figure>`,
  )}</div>
</section>`;
}

const drawable = (curves: readonly PercentileCurve[]) => curves.filter(({ line }) => line.length > 1);

function sharedAxis(curves: readonly PercentileCurve[]): Scale {
  const values = curves.flatMap(({ line, band }) => [
    ...line.map(({ ms }) => ms),
    ...band.flatMap(({ low, high }) => [low, high]),
  ]);
  return logScale(Math.min(...values) / 1.1, Math.max(...values) * 1.1);
}

/** "p50: monolith 1.20 ms, micro 2.30 ms." and the same of p99. */
function inWords({ summaries, arms: known }: Results, workload: string, curves: readonly PercentileCurve[]): string[] {
  const repeats = repeatsIn({ arms: known });
  const arms = curves.map(({ arm }) => arm).filter((arm) => !repeats.has(arm));
  const here = summaries.filter((summary) => summary.workload === workload && arms.includes(summary.arm));
  return (['p50', 'p99'] as const).flatMap((percentile) => {
    const figures = here.flatMap(({ arm, response }) => {
      const ms = response[percentile];
      return ms === null ? [] : [`${arm} ${roundedMs(ms)}`];
    });
    return figures.length > 0 ? [`${percentile}: ${figures.join(', ')}.`] : [];
  });
}
