import { configurationsIn, type Results, verdictOf } from '@jobly/lab/results';
import type { Accents } from './accents';
import { calculatorSection } from './calculator/section';
import { conditionsSection } from './conditions-section';
import { costsSection } from './costs/section';
import { percentileSection } from './curves/percentile-section';
import { throughputSection } from './curves/throughput-section';
import { figuresSection } from './figures-section';
import { diagramSections } from './diagram-sections';
import { differencesSection } from './differences-section';
import { moment } from './moment';
import { gatesSection } from './gates-section';
import { graphSections } from './graphs/sections';
import { type Markup, markup } from './markup';
import { plotSections } from './plots/sections';
import { tablesSections } from './tables-sections';
import { timelineSections } from './timelines/sections';
import { tradeoffSections } from './tradeoffs/sections';
import { waterfallSection } from './waterfall/section';

/** One run, from its verdict to its machine. */
export function runArticle(results: Results, number: number, accents: Accents): Markup {
  const { experiment, question, hypothesis, startedAt, valid, settings, conclusion } = results;
  return markup`<article id="run-${number}" class="${valid ? 'valid' : 'invalid'}">
<header>
<p class="kicker"><b>${experiment}</b>${settings.quick ? ' · quick' : ''} · <time datetime="${startedAt}">${moment(startedAt)}</time></p>
<h2>${verdictOf(results)}</h2>
${valid ? undefined : markup`<p class="uncounted">The figures are kept, in grey, and do not count. They would say: ${conclusion.verdict}</p>`}
<dl>
<dt>Question</dt><dd>${question}</dd>
<dt>Expected</dt><dd>${hypothesis}</dd>
${configurationsIn(results).map(({ name, description }) => markup`<dt>${name}</dt><dd>${description}</dd>`)}
</dl>
</header>
${calculatorSection(results)}
${differencesSection([results], accents)}
${percentileSection(results, accents)}
${throughputSection(results.curves, accents)}
${waterfallSection(results.waterfalls, accents)}
${plotSections(results, accents)}
${timelineSections(results)}
${graphSections(results, accents)}
${tablesSections(results)}
${diagramSections(results)}
${tradeoffSections(results, accents)}
${costsSection(results, accents)}
${figuresSection(results, accents)}
${gatesSection(results)}
${conditionsSection(results)}
</article>`;
}
