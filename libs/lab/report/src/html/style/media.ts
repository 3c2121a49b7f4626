/** Narrow screens: nothing is left out, and the page itself never scrolls sideways. */
export const TELEPHONE = `
@media (max-width: 640px) {
  .figures th[scope=row] { white-space: normal; max-width: 7rem; position: sticky; left: 0; background: var(--paper) }
  .figures .head code, .figures .head span { position: sticky; left: 0 }
  .plot .roomy { display: none } .plot .narrow { display: block }
  dl { grid-template-columns: 1fr; gap: 0 } dd { margin-bottom: .7rem }
  .forest tr { display: grid; grid-template-columns: minmax(0, 1fr) auto } .forest thead th { display: none }
  .forest .mark { grid-column: 1 / -1; grid-row: 2; width: auto; padding: 0 6px } .forest tr.head th { grid-column: 1 / -1 }
  .forest th[scope=row] { width: auto; white-space: normal; padding: .35rem .5rem 0 0 }
  .forest td.figure { width: auto; padding: .35rem 0 0 } .forest td.figure b, .forest td.figure span { min-width: 0 }
  .steps tr { display: flex; flex-wrap: wrap; align-items: baseline; padding: .2rem 0 }
  .steps th:first-child { flex: 1; width: auto; white-space: normal; padding: 0; display: flex; align-items: baseline }
  .steps th svg { flex: none } .steps .number { width: 4.6rem; padding: 0 }
  .steps td.mark { width: 100%; padding: .1rem 0 0 }
}
`;

/** On paper: no page break inside a figure or table, and colours are kept. */
export const PAPER = `
@media print {
  body { font-size: 11pt } main { max-width: none; padding: 0 } .masthead { margin-bottom: 1rem }
  section { margin-top: 2rem } figure, .forest tbody, .figures tbody, .gates, .steps, dl { break-inside: avoid } h3, h4, .note, figcaption { break-after: avoid }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact } .wide { overflow: visible } article + article { break-before: page }
}
`;
