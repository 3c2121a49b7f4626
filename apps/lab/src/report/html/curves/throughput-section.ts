import type { Accents } from '../accents';
import type { Results } from '../../results';
import { type Markup, markup } from '../markup';
import { count, tickLabel } from '../numbers';
import { linearScale, logScale } from '../scale';
import { type Axis, frameOf, framed, pathOf, px } from './frame';
import { lineNames } from './line-names';

type ThroughputCurve = Results['curves'][number];

const PERCENTILES = [
  { name: 'p50', title: 'Half of the requests are faster' },
  { name: 'p99', title: 'All but one in a hundred are faster' },
] as const;

type Percentile = (typeof PERCENTILES)[number]['name'];

/** How much the arms can take, and how long requests take while they do. */
export function throughputSection(curves: readonly ThroughputCurve[], accents: Accents): Markup | undefined {
  const measured = curves.filter(({ points }) => points.length > 0);
  if (measured.length === 0) return undefined;
  const byOperation = Map.groupBy(measured, ({ operation }) => operation);
  return markup`<section class="evidence">
<h3>Throughput and latency</h3>
<p class="note">Every dot is one rate that was offered. Where a line turns upwards, requests queue; where it turns back, more load means less work done.</p>
${[...byOperation].map(([operation, ofArms]) => figure(operation, ofArms, accents))}
</section>`;
}

function figure(operation: string, curves: readonly ThroughputCurve[], accents: Accents): Markup {
  const most = curves.map(({ arm, points }) => `${arm} ${count(Math.max(...points.map((point) => point.achieved)))}`);
  const said = `Requests/s at most: ${most.join(', ')}.`;
  return markup`<figure><figcaption><code>${operation}</code><span>${said}</span></figcaption>
<div class="charts">${PERCENTILES.map(({ name, title }) => {
    const description = `${name} of ${operation} by throughput. ${said}`;
    return markup`<div><p class="note"><b>${name}</b> ${title}</p>${chart(curves, name, description, accents)}</div>`;
  })}</div></figure>`;
}

function chart(curves: readonly ThroughputCurve[], percentile: Percentile, said: string, accents: Accents): Markup {
  const lines = curves
    .map(({ arm, points }) => ({ arm, points: measuredPoints(points, percentile) }))
    .filter(({ points }) => points.length > 0);
  if (lines.length === 0) return markup`<p class="note">Too few samples for this percentile.</p>`;
  const all = lines.flatMap(({ points }) => points);
  const rates = linearScale(0, Math.max(...all.map(({ rate }) => rate)) * 1.04);
  const ms = logScale(Math.min(...all.map((one) => one.ms)) / 1.2, Math.max(...all.map((one) => one.ms)) * 1.2);
  const x: Axis = { scale: rates, ticks: rates.ticks.map((at) => ({ at, label: tickLabel(at) })), name: 'requests/s' };
  const y: Axis = { scale: ms, ticks: ms.ticks.map((at) => ({ at, label: tickLabel(at) })), name: 'ms' };
  const frame = frameOf(x, y);

  const drawn = lines.map(({ arm, points }) => {
    const places = points.map(({ rate, ms }) => [frame.x(rate), frame.y(ms)] as const);
    const dots = places.map(([cx, cy]) => markup`<circle class="dot" cx="${px(cx)}" cy="${px(cy)}" r="3"/>`);
    return markup`<g class="${accents(arm)}"><path class="line" d="${pathOf(places)}"/>${dots}</g>`;
  });
  const ends = lines.map(({ arm, points }) => {
    // Not the last point: where a line turns back, its name would lie on it.
    const furthest = points.reduce((one, other) => (other.rate > one.rate ? other : one));
    return { arm, x: frame.x(furthest.rate), y: frame.y(furthest.ms) };
  });
  return framed(x, y, said, markup`${drawn}${lineNames(ends, accents)}`);
}

const measuredPoints = (points: ThroughputCurve['points'], percentile: Percentile) =>
  points
    .toSorted((one, other) => one.offered - other.offered)
    .flatMap((point) => {
      const ms = point[percentile];
      return ms === null ? [] : [{ rate: point.achieved, ms }];
    });
