import type { Results } from '../../results';
import { type Accents, isRepeat } from '../accents';
import { type Markup, markup } from '../markup';
import { roundedMs } from '../numbers';
import { logScale, type Scale } from '../scale';
import { percentileChart } from './percentile-chart';
import { type PercentileCurve, percentileCurves } from './percentile-curve';

/** A chart an operation, all on the same axis. Nothing for a closed loop, which does not see what its waiting hides. */
export function percentileSection(results: Results, accents: Accents): Markup | undefined {
  if (results.settings.load.loop === 'closed') return undefined;
  const charts = results.workloads
    .map(({ name, operation }) => ({ name, operation, curves: drawable(percentileCurves(results, name)) }))
    .filter(({ curves }) => curves.length > 0);
  if (charts.length === 0) return undefined;
  const ms = sharedAxis(charts.flatMap(({ curves }) => curves));
  return markup`<section class="evidence">
<h3>From the median to the tail</h3>
<p class="note">Response time by percentile, from when a request was due. Every step to the right is ten times rarer; both axes are the same in all charts. A curve ends where fewer than ten samples lie beyond it. The band reaches from the fastest block to the slowest, as far as single blocks have the samples.</p>
<div class="charts">${charts.map(({ name, operation, curves }) => {
    const told = inWords(results, name);
    return markup`<figure><figcaption><code>${operation}</code>${told.map((sentence) => markup`<span>${sentence}</span>`)}</figcaption>
${percentileChart(curves, ms, `Response time by percentile of ${operation}. ${told.join(' ')}`, accents)}</figure>`;
  })}</div>
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
function inWords({ summaries }: Results, workload: string): string[] {
  const here = summaries.filter((summary) => summary.workload === workload && !isRepeat(summary.arm));
  return (['p50', 'p99'] as const).flatMap((percentile) => {
    const figures = here.flatMap(({ arm, response }) => {
      const ms = response[percentile];
      return ms === null ? [] : [`${arm} ${roundedMs(ms)}`];
    });
    return figures.length > 0 ? [`${percentile}: ${figures.join(', ')}.`] : [];
  });
}
