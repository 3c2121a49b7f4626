import { count, momentsInWords, type Results, countedIn } from '@jobly/lab/results';
import type { Size } from '../curves/frame';
import { type Markup, markup } from '../markup';
import { panelCharts, timelineChart } from './chart';
import type { Timeline } from './stacked';

/** The widest that a page on a phone allows before names become too small to read. */
const ON_A_PAGE: Size = { width: 640, height: 260 };

/** The events of a run second by second, one section each. */
export const timelineSections = ({ timelines }: Results): Markup[] =>
  timelines.map(
    (timeline) => markup`<section class="evidence">
<h3>${timeline.title}</h3>
<p class="note">${timeline.note} ${failedInWords(timeline)}</p>
${timelineChart(timeline, [timeline.title, ...momentsInWords(timeline)].join('. '), ON_A_PAGE)}
${panelCharts(timeline, ON_A_PAGE)}
<ul class="legend">${momentsInWords(timeline).map((moment) => markup`<li>${moment}</li>`)}</ul>
</section>`,
  );

/** "900 reads, of which none failed." */
export function failedInWords(timeline: Timeline): string {
  const failed = timeline.failed.reduce((sum, one) => sum + one, 0);
  const lost = failed === 0 ? 'none failed' : `${count(failed)} failed, in red`;
  return `${count(countedIn(timeline))} ${timeline.what}, of which ${lost}.`;
}
