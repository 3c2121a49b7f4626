/** Tables of figures, of gates, and of the steps of a waterfall. */
export const TABLES = `
table { border-collapse: collapse; width: 100%; font-size: .875rem }
th { font-weight: inherit; text-align: left } thead th { color: var(--muted); font-size: .8125rem }
.wide { overflow-x: auto }
.figures td, .figures thead th { text-align: right; padding: .3rem 0 .3rem 1.25rem; white-space: nowrap; vertical-align: top }
.figures th[scope=row] { padding: .3rem 0; white-space: nowrap; vertical-align: top }
.figures .head th { padding: 1.1rem 0 .35rem; border-bottom: 1px solid var(--rule) } .figures .head code { font-weight: 600 }
.figures .head span { margin-left: .6rem; font-size: .8125rem; color: var(--muted) }
.figures .pair th { color: var(--muted) } .figures td span { display: block; color: var(--muted); font-size: .75rem }
.figures .undetectable b { font-weight: 400; color: var(--muted) } .figures b { font-weight: 600 }
.figures + .note, .wide + .note { margin-top: 1rem }
.gates td, .gates th { padding: .45rem 1.25rem .45rem 0; vertical-align: top } .gates tbody tr { border-top: 1px solid var(--rule) }
.gates td:first-child { font-size: .8125rem; width: 5rem } .passed td:first-child { color: var(--good) }

.facts { width: auto } .facts td, .facts th { padding: .4rem 1.75rem .4rem 0; vertical-align: top; text-align: left } .facts tbody tr { border-top: 1px solid var(--rule) }
details.evidence { margin-top: .75rem } details.evidence summary { cursor: pointer; font-size: .875rem }
.failed { color: var(--bad); font-weight: 600 }
.steps { margin-top: .75rem } .steps td, .steps th { padding: .2rem 0 } .steps th[scope=row] { width: 1%; white-space: nowrap; padding-right: 1rem }
.steps .number { width: 1%; white-space: nowrap; text-align: right; padding-left: 1.25rem } .steps td.mark { padding-left: 1.5rem; width: 100% }
.steps thead th { vertical-align: bottom } .steps .whole th, .steps .whole .number { font-weight: 600 } .steps th svg { margin-right: .5rem }
.steps td.mark svg { display: block } .steps .less { fill-opacity: .45 } rect.whole { fill: var(--accent) }
`;
