/** Boxes and arrows, and the matrices of the same. */
export const GRAPHS = `
.graphs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 2rem 2.5rem } .graphs .name { margin: 0 }
.graph { display: block; max-width: 100%; height: auto } .graph text { font-size: 12px; fill: var(--ink); text-anchor: middle } .graph .title { font-weight: 600 }
.graph rect, .graph path { fill: none; stroke: var(--muted) } .graph .client rect, .graph .process rect, .graph .module rect, .graph .database path:first-child { fill: var(--paper) } .graph .database text:not(.title) { fill: var(--muted) }
.graph g > path:first-child { stroke-linejoin: round } .graph .request > path:first-child { stroke: var(--ink); stroke-width: 2.5 }
.graph .event > path:first-child { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4 } .graph .call > path:first-child { stroke: var(--ink) }
.graph .head { fill: var(--ink); stroke: none } .graph .frame rect { stroke: var(--mark); stroke-dasharray: 2 3 }
.graph .over { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round }
.matrix { width: auto } .matrix td, .matrix th { padding: .35rem .6rem; text-align: center; white-space: nowrap } .matrix th[scope=row] { text-align: left; padding-left: 0 }
.matrix tbody td { border: 1px solid var(--rule); min-width: 3.5rem } .matrix .itself { background: var(--rule) } .matrix span { display: block }
.matrix .request { font-weight: 600 } .matrix .event { font-style: italic }
`;
