/** Curves, and bars made of parts. */
export const CHARTS = `
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(344px, 100%), 1fr)); gap: 2.25rem 1.25rem }
.charts > figure { display: grid; grid-template-rows: subgrid; grid-row: span 2; gap: .5rem } .chart { display: block; max-width: 100%; height: auto; overflow: visible }
.charts .note { margin-bottom: .5rem } .throughput + .throughput, .waterfall + .waterfall { margin-top: 2.75rem }
.bars { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 2rem 2.5rem }
.bar { margin-top: .6rem } .bar p { margin: 0 0 .2rem; font-size: .875rem } .bar svg { display: block }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: .35rem 0 0; padding: 0; font-size: .8125rem; color: var(--muted) }
.legend li { display: flex; align-items: center; gap: .4rem } .legend b { color: var(--ink); font-weight: 500 }
.tick { fill: var(--muted); font-size: 12px } .grid { stroke: var(--rule) } .neutral { stroke: var(--ink); stroke-opacity: .55 }
.line { stroke: var(--accent); stroke-width: 2; fill: none; stroke-linejoin: round } .band { fill: var(--accent); fill-opacity: .13 }
.limit { stroke: var(--muted); stroke-dasharray: 2 3 } .drop { stroke: var(--accent); stroke-dasharray: 2 3 }
.diamond { fill: var(--paper); stroke: var(--accent); stroke-width: 2 }
text.name { fill: var(--accent); font-size: 12px; font-weight: 600 } th.name, p.name { color: var(--accent) }
.lost { fill: var(--bad) } .moment { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 3 3 } text.letter { fill: var(--ink); font-size: 12px; font-weight: 600 }
text.inside { fill: #14171b; font-size: 12px; font-weight: 600 }
.again.line { stroke-dasharray: 4 3 } .again.dot { fill: var(--paper) } .plot .narrow { display: none } .again.band { fill-opacity: .07 }
.invalid .evidence { filter: saturate(.2) opacity(.75) }
`;
