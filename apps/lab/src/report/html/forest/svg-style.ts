/**
 * Of tones that are readable on white and on GitHub's dark page alike: a picture in a README knows the colours of the
 * operating system, and not those the reader has chosen for GitHub.
 */
export const PICTURE_STYLE = `
text { font: 13px -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: #737d88; font-variant-numeric: tabular-nums }
.title { font-size: 15px; font-weight: 600 }
.head { font-weight: 600 }
.small, .small tspan { font-size: 12px; font-weight: 400 }
.code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12px }
.figure { font-weight: 600 }
.grid { stroke: #8b949e; stroke-opacity: .22 }
.neutral { stroke: #8b949e }
.whisker { stroke: var(--accent); stroke-width: 2; fill: none }
.dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2 }
.undetectable .dot { fill: none }
.undetectable, .uncounted { --accent: #8b949e }
.again .dot { fill: none }
.arm-0 { --accent: #3b82c4 } .arm-1 { --accent: #d2691e } .arm-2 { --accent: #2a9d8f }
.arm-3 { --accent: #9168c9 } .arm-4 { --accent: #8a8f1f } .arm-5 { --accent: #c9528b }
`;
