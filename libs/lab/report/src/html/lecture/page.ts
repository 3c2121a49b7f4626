import { type Results, stateOf, verdictOf } from '@jobly/lab/results';
import { type Markup, markup, trusted } from '../markup';
import { moment } from '../moment';
import { STYLE } from '../style';
import { type Evidence, evidenceOf } from './evidence';

/** A claim with what this machine has measured of it, and what the committed run says. */
export interface LectureSection {
  name: string;
  claim: string;
  /** The command that measures it alone, or what to read where no experiment does. */
  command: string;
  /** The run of this lecture, or why there is none. */
  here: Results | string;
  /** The committed run; undefined where none is kept. */
  kept: Results | undefined;
  evidence: Evidence | undefined;
}

/** One self-contained page of all claims of a lecture: nothing is loaded from anywhere. */
export function renderLecture(sections: readonly LectureSection[]): string {
  const measured = sections.filter(({ here }) => typeof here !== 'string');
  const title = `${measured.length} of ${sections.length} claims measured on this machine`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The lecture: ${title}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<main>
<p class="masthead">Jobly, twice · the lecture</p>
<h1>${title}</h1>
<ol class="runs">${sections.map(
    ({ name, claim, here }) => markup`<li><a href="#${name}">${claim}</a> <b>${stateIn(here)}</b></li>
`,
  )}</ol>
${sections.map(sectionOf)}
</main>
</body>
</html>
`.toString();
}

const sectionOf = ({ name, claim, command, here, kept, evidence }: LectureSection): Markup => {
  const seen = typeof here === 'string' ? kept : here;
  return markup`<section id="${name}" class="lesson">
<h2>${claim}</h2>
<p class="command"><code>${command}</code></p>
<dl>
<dt>This machine</dt><dd>${typeof here === 'string' ? here : verdictIn(here)}</dd>
<dt>Counts</dt><dd>${stateIn(here)}</dd>
<dt>Kept run</dt><dd>${kept ? verdictIn(kept) : 'None.'}</dd>
</dl>
${seen && evidence && evidenceOf(seen, evidence, seen === kept ? 'Of the kept run.' : 'Of this machine.')}
</section>`;
};

const verdictIn = (results: Results): Markup => {
  const { startedAt, machine, settings, valid, conclusion } = results;
  const uncounted = valid ? '' : ` The figures would say: ${conclusion.verdict}`;
  return markup`${verdictOf(results)}${uncounted} <span class="note">${moment(startedAt)}, ${machine.cpus} × ${machine.cpu}${settings.quick ? ', quick' : ''}</span>`;
};

/** Whether the run of this machine counts, in a word or two. */
const stateIn = (here: LectureSection['here']) =>
  typeof here === 'string'
    ? 'not measured'
    : { valid: 'yes', invalid: 'no: invalid', incomplete: 'no: incomplete' }[stateOf(here)];
