import { THEME } from './theme';

/** The page. Charts take their colours from the same variables, so that one picture serves light, dark and paper. */
export const STYLE = `${THEME}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100% }
main { max-width: 1120px; margin: 0 auto; padding: 2rem 1.25rem 5rem }
article + article { margin-top: 5rem; padding-top: 3rem; border-top: 1px solid var(--rule) }
section { margin-top: 3.5rem }
h1, h2 { font-size: clamp(1.25rem, 1rem + .9vw, 1.6rem); line-height: 1.3; font-weight: 600; letter-spacing: -.012em; margin: .4rem 0 1.25rem; max-width: 54rem; text-wrap: pretty }
h3 { font-size: 1.15rem; font-weight: 600; margin: 0 0 .35rem }
code { font: .875em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; overflow-wrap: anywhere }
a { color: inherit; text-decoration-color: var(--mark); text-underline-offset: .18em }
.masthead, .kicker { color: var(--muted); font-size: .875rem; margin: 0 }
.masthead { margin-bottom: 2rem }
.kicker b { color: var(--ink) }
.note { color: var(--muted); font-size: .875rem; margin: 0 0 1.25rem; max-width: 46rem; text-wrap: pretty }
.invalid h2 { color: var(--bad) }
p.uncounted { color: var(--muted); max-width: 46rem }
dl { display: grid; grid-template-columns: 7rem minmax(0, 46rem); gap: .4rem 1rem; margin: 0; font-size: .9375rem }
dt { color: var(--muted) } dd { margin: 0; overflow-wrap: anywhere }
.command { font-size: .8125rem }
.runs { list-style: none; margin: 0; padding: 0; font-size: .9375rem }
.runs li { padding: .75rem 0; border-top: 1px solid var(--rule) }
.runs p { margin: .15rem 0 0; max-width: 52rem } .runs .invalid p { color: var(--bad) }
figure { margin: 0 } figcaption { margin-bottom: .5rem; line-height: 1.35 }
figcaption code { display: block; font-weight: 600 } figcaption span { display: block; font-size: .8125rem; color: var(--muted) }

table { border-collapse: collapse; width: 100%; font-size: .875rem }
th { font-weight: inherit; text-align: left } thead th { color: var(--muted); font-size: .8125rem }
.wide { overflow-x: auto }
.figures td, .figures thead th { text-align: right; padding: .3rem 0 .3rem 1.25rem; white-space: nowrap; vertical-align: top }
.figures th[scope=row] { padding: .3rem 0; white-space: nowrap; vertical-align: top }
.figures .head th { padding: 1.1rem 0 .35rem; border-bottom: 1px solid var(--rule) } .figures .head code { font-weight: 600; position: sticky; left: 0 }
.figures .pair th { color: var(--muted) } .figures td span { display: block; color: var(--muted); font-size: .75rem }
.figures .undetectable b { font-weight: 400; color: var(--muted) } .figures b { font-weight: 600 }
.figures + .note, .wide + .note { margin-top: 1rem }
.gates td, .gates th { padding: .45rem 1.25rem .45rem 0; vertical-align: top } .gates tbody tr { border-top: 1px solid var(--rule) }
.gates td:first-child { font-size: .8125rem; width: 5rem } .passed td:first-child { color: var(--good) }
.failed { color: var(--bad); font-weight: 600 }

.forest { margin-bottom: 2rem } .forest td, .forest th { padding: 0 } .forest svg { display: block; overflow: visible }
.forest th[scope=row] { width: 1%; white-space: nowrap; padding-right: 1.5rem } .forest .mark { width: 100% }
.forest td.figure, .forest th.figure { width: 1%; white-space: nowrap; text-align: right; padding-left: 1.5rem }
.forest td.figure b { display: inline-block; min-width: 3.5rem; font-weight: 600 }
.forest td.figure span { display: inline-block; min-width: 7rem; color: var(--muted); font-size: .8125rem }
.forest .head th { padding: 1.1rem 0 .35rem; font-weight: 600 } .forest .head p { margin: 0; font-weight: 400; font-size: .8125rem; color: var(--muted) }
.forest .pair { margin-left: .4rem; font-size: .8125rem; font-weight: 400; color: var(--muted) } .run { margin-left: .6rem; white-space: nowrap; font-size: .8125rem; color: var(--muted) }
.forest .undetectable .figure b { font-weight: 400 } .undetectable .figure, .uncounted .figure, .undetectable code, .uncounted code { color: var(--muted) }

.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(344px, 100%), 1fr)); gap: 2.25rem 1.25rem }
.charts > figure { display: grid; grid-template-rows: subgrid; grid-row: span 2; gap: .5rem } .chart { display: block; max-width: 100%; height: auto; overflow: visible }
.waterfall { margin-bottom: 2.25rem } .waterfall .bar { margin-top: .6rem } .waterfall p { margin: 0 0 .2rem; font-size: .875rem } .waterfall svg { display: block }
.waterfall ul { list-style: none; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; margin: .35rem 0 0; padding: 0; font-size: .8125rem; color: var(--muted) }
.waterfall li { display: flex; align-items: center; gap: .4rem } .waterfall li b { color: var(--ink); font-weight: 500 }

.tick { fill: var(--muted); font-size: 12px } .grid { stroke: var(--rule) } .neutral { stroke: var(--ink); stroke-opacity: .55 }
.whisker { stroke: var(--accent); stroke-width: 2; fill: none } .dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2 }
.line { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round } .band { fill: var(--accent); fill-opacity: .13 }
text.name { fill: var(--accent); font-size: 12px; font-weight: 600 } th.name, p.name { color: var(--accent) }
.again.line, .again .whisker { stroke-dasharray: 4 3 } .again .dot, .undetectable .dot { fill: var(--paper) }
.again.band { fill-opacity: .07 } .undetectable, .uncounted { --accent: var(--mark) }
.invalid .evidence { color: var(--muted); --ink: var(--muted); --blue: var(--muted); --orange: var(--muted); --teal: var(--muted); --purple: var(--muted); --olive: var(--muted); --pink: var(--muted) }
.invalid .waterfall svg { filter: grayscale(1) }

@media (max-width: 640px) {
  .figures th[scope=row] { white-space: normal; max-width: 7rem; position: sticky; left: 0; background: var(--paper) }
  dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .7rem }
  .forest tr { display: grid; grid-template-columns: minmax(0, 1fr) auto } .forest thead th { display: none }
  .forest .mark { grid-column: 1 / -1; grid-row: 2; width: auto; padding: 0 6px } .forest tr.head th { grid-column: 1 / -1 }
  .forest th[scope=row] { width: auto; white-space: normal; padding: .35rem .5rem 0 0 }
  .forest td.figure { width: auto; padding: .35rem 0 0 } .forest td.figure b, .forest td.figure span { min-width: 0 }
}
@media print {
  body { font-size: 11pt } main { max-width: none; padding: 0 } .masthead { margin-bottom: 1rem }
  section { margin-top: 2rem } figure, .forest tbody, .figures tbody, .gates, dl { break-inside: avoid } h3, .note { break-after: avoid }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact } .wide { overflow: visible } article + article { break-before: page }
}
`;
