/** The forest plot, which is a table with a picture in each row. */
export const FOREST = `
.forest { margin-bottom: 2rem } .forest td, .forest th { padding: 0 } .forest svg { display: block; overflow: visible }
.forest th[scope=row] { width: 1%; white-space: nowrap; padding-right: 1.5rem } .forest .mark { width: 100% }
.forest td.figure, .forest th.figure { width: 1%; white-space: nowrap; text-align: right; padding-left: 1.5rem }
.forest td.figure b { display: inline-block; min-width: 3.5rem; font-weight: 600 }
.forest td.figure span { display: inline-block; min-width: 7rem; color: var(--muted); font-size: .8125rem }
.forest .head th { padding: 1.1rem 0 .35rem; font-weight: 600 } .forest .head p { margin: 0; font-weight: 400; font-size: .8125rem; color: var(--muted); max-width: 46rem }
.forest .pair { margin-left: .4rem; font-size: .8125rem; font-weight: 400; color: var(--muted) } .run { margin-left: .6rem; white-space: nowrap; font-size: .8125rem; color: var(--muted) }
.forest .undetectable .figure b { font-weight: 400 } .undetectable .figure, .uncounted .figure, .undetectable th, .uncounted th { color: var(--muted) }
.whisker { stroke: var(--accent); stroke-width: 2; fill: none } .dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2 }
.again .whisker { stroke-dasharray: 4 3 } .forest .again .dot, .undetectable .dot { fill: var(--paper) }
.forest .undetectable, .forest .uncounted { --accent: var(--mark) }
`;
