import { type Results, tablesBetween, verdictOf } from '@jobly/lab/results';
import { type Accents, accentsFor } from './accents';
import { differencesSection } from './differences-section';
import { type Markup, markup, trusted } from './markup';
import { moment } from './moment';
import { runArticle } from './run-article';
import { STYLE } from './style';
import { tableSection } from './tables-sections';

/**
 * One self-contained page of one run, or of several side by side: nothing is loaded from anywhere, and nothing but
 * a calculator needs its script.
 */
export function renderReport(runs: readonly Results[]): string {
  const accents = accentsFor(runs);
  const title =
    runs.length === 1 ? `${runs[0]!.experiment}: ${verdictOf(runs[0]!)}` : `${runs.length} runs side by side`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
<p class="masthead">Jobly, twice · the lab</p>
${runs.length > 1 ? sideBySide(runs, title, accents) : undefined}
${runs.map((run, index) => runArticle(run, index + 1, accents))}
</main>
</body>
</html>
`.toString();
}

function sideBySide(runs: readonly Results[], title: string, accents: Accents): Markup {
  return markup`<article>
<header><h1>${title}</h1>
<ol class="runs">${runs.map(
    (run, index) => markup`<li class="${run.valid ? 'valid' : 'invalid'}">
<a href="#run-${index + 1}">run ${index + 1}</a> <b>${run.experiment}</b> · ${moment(run.startedAt)} · ${run.machine.cpus} × ${run.machine.cpu} · Node ${run.machine.versions['node'] ?? 'unknown'}
<p>${verdictOf(run)}</p></li>`,
  )}</ol></header>
${differencesSection(runs, accents)}
${tablesBetween(runs).map(tableSection)}
</article>`;
}
