import { capacityWithInterval, count } from '@jobly/lab/results';
import type { Accents } from '../accents';
import { type Markup, markup } from '../markup';
import { ON_A_PAGE, type Size } from './frame';
import { throughputChart, type ThroughputCurve } from './throughput-chart';

const PERCENTILES = [
  { name: 'p50', title: 'Half of the requests are faster' },
  { name: 'p99', title: 'All but one in a hundred are faster' },
] as const;

export interface ThroughputFigure {
  operation: string;
  configuration: string;
  /** The capacity of the arms, in words. */
  told: string[];
  charts: { percentile: 'p50' | 'p99'; title: string; chart: (size: Size) => Markup | undefined }[];
}

/** A figure for each operation in each configuration: all arms, at the median and at p99. */
export function throughputFigures(curves: readonly ThroughputCurve[], accents: Accents): ThroughputFigure[] {
  const measured = curves.filter(({ points }) => points.length > 0);
  const alike = Map.groupBy(measured, ({ operation, configuration }) => `${operation}, ${configuration}`);
  return [...alike.values()].map((ofArms) => {
    const { operation, configuration } = ofArms[0]!;
    const told = inWords(ofArms);
    const charts = PERCENTILES.map(({ name, title }) => ({
      percentile: name,
      title,
      chart: (size: Size) =>
        throughputChart(ofArms, name, `${name} of ${operation} by throughput. ${told.join(' ')}`, accents, size),
    }));
    return { operation, configuration, told, charts };
  });
}

/** The capacity of the arms, and the latency on the way there. */
export function throughputSection(curves: readonly ThroughputCurve[], accents: Accents): Markup | undefined {
  const figures = throughputFigures(curves, accents);
  if (figures.length === 0) return undefined;
  return markup`<section class="evidence">
<h3>Throughput and latency</h3>
<p class="note">Every dot is one rate that was offered. Where a line turns upwards, requests queue; where it turns back, more load means less work done. A diamond is the highest rate at which p99 stays within the limit, with its 95 % interval.</p>
${figures.map(figure)}
</section>`;
}

const figure = ({ operation, configuration, told, charts }: ThroughputFigure) =>
  markup`<figure class="throughput"><figcaption><code>${operation}</code><span>${configuration}</span>${told.map((line) => markup`<span>${line}</span>`)}</figcaption>
<div class="charts">${charts.map(
    ({ percentile, title, chart }) =>
      markup`<div><p class="note"><b>${percentile}</b> ${title}</p>${chart(ON_A_PAGE) ?? markup`<p class="note">Too few samples for this percentile.</p>`}</div>`,
  )}</div></figure>
`;

function inWords(curves: readonly ThroughputCurve[]): string[] {
  const most = curves.map(({ arm, points }) => `${arm} ${count(Math.max(...points.map((point) => point.achieved)))}`);
  const highest = curves.flatMap((curve) => {
    const told = capacityWithInterval(curve);
    return told === undefined ? [] : [`${curve.arm} ${told}`];
  });
  const limitMs = curves.find((curve) => curve.highest)?.highest?.limitMs;
  return [
    ...(limitMs === undefined ? [] : [`Requests/s with p99 within ${limitMs} ms: ${highest.join(', ')}.`]),
    `Requests/s at most: ${most.join(', ')}.`,
  ];
}
