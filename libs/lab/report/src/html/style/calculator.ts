/** Inputs in columns, as many as there is room for. */
export const CALCULATOR = `
.calculator form { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: .75rem 1.5rem; margin-bottom: 1.5rem }
.calculator label { display: flex; flex-direction: column; justify-content: flex-end; font-size: .8125rem; color: var(--muted) }
.calculator input { font: inherit; font-size: 1rem; color: var(--ink); background: var(--paper); border: 1px solid var(--mark); border-radius: 3px; padding: .3rem .5rem; width: 100% }
.calculator input:focus-visible { outline: 2px solid var(--blue); outline-offset: 1px } .calculator input[aria-invalid=true] { border-color: var(--bad) }
.calculator output { display: block; margin: 1rem 0 0 }
`;
