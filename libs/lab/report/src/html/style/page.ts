/** Text, headings and frames. */
export const PAGE = `
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 ui-sans-serif, system-ui, -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100% }
main { max-width: 1120px; margin: 0 auto; padding: 2rem 1.25rem 5rem }
article + article { margin-top: 5rem; padding-top: 3rem; border-top: 1px solid var(--rule) }
section { margin-top: 3.5rem }
h1, h2 { font-size: clamp(1.25rem, 1rem + .9vw, 1.6rem); line-height: 1.3; font-weight: 600; letter-spacing: -.012em; margin: .4rem 0 1.25rem; max-width: 54rem; text-wrap: pretty; overflow-wrap: anywhere }
h3 { font-size: 1.15rem; font-weight: 600; margin: 0 0 .35rem }
h4 { font-size: 1rem; font-weight: 600; margin: 2.25rem 0 .35rem } .note + h4 { margin-top: 0 } h4 + .bars { margin-top: .9rem }
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
figcaption code { display: block; font-weight: 600 } figcaption span { display: block; font-size: .8125rem; color: var(--muted); max-width: 46rem }
`;
