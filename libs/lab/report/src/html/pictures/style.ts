/**
 * These tones are readable both on white and on GitHub's dark page: a picture in a README knows the colour scheme of
 * the operating system, not the one chosen on GitHub. The accent is the current colour, which every viewer knows: many
 * know no custom properties, and would draw neither lines nor whiskers.
 */
export const PICTURE_STYLE = `
text { font: 13px -apple-system, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif; fill: #737d88; font-variant-numeric: tabular-nums }
.title { font-size: 15px; font-weight: 600 }
.head { font-weight: 600 }
.small, .small tspan, .tick { font-size: 12px; font-weight: 400 }
.code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 12px }
.figure { font-weight: 600 }
.grid { stroke: #8b949e; stroke-opacity: .22 }
.neutral { stroke: #8b949e }
.whisker { stroke: currentColor; stroke-width: 2; fill: none }
.dot { fill: currentColor; stroke: currentColor; stroke-width: 2 }
.undetectable .dot, .again .dot { fill: none }
.line { stroke: currentColor; stroke-width: 2; fill: none; stroke-linejoin: round }
.band { fill: currentColor; fill-opacity: .16 }
.again.line { stroke-dasharray: 4 3 } .again.dot { fill-opacity: 0 } .again.band { fill-opacity: .08 }
text.name { fill: currentColor; font-size: 12px; font-weight: 600 } text.name tspan { font-size: 12px; font-weight: 600 }
.lost { fill: #cf4a3f } .moment { stroke: #14171b; stroke-width: 1.5; stroke-dasharray: 3 3 } .letter { font-size: 12px; font-weight: 600 }
text.inside { fill: #14171b; font-size: 12px; font-weight: 600 }
.limit { stroke: #8b949e; stroke-dasharray: 2 3 } .drop { stroke: currentColor; stroke-dasharray: 2 3 }
.diamond { fill: currentColor }
.whole { fill: currentColor } .less { fill-opacity: .5 }
.arm-0 { color: #3b82c4 } .arm-1 { color: #d2691e } .arm-2 { color: #2a9d8f } .arm-3 { color: #9168c9 }
.arm-4 { color: #8a8f1f } .arm-5 { color: #c9528b } .arm-6 { color: #a1793f } .arm-7 { color: #7686a3 }
.part-0 { fill: #7d8ea3 } .part-1 { fill: #c98a3d } .part-2 { fill: #5a9e8f } .part-3 { fill: #b06f8e }
.part-4 { fill: #8f8fc4 } .part-5 { fill: #a3a04f } .part-6 { fill: #6fa8c9 } .part-7 { fill: #a0a6ad }
/* After the colours of the arms, which it overrides. */
.undetectable, .uncounted { color: #8b949e }
.greyed { filter: grayscale(1) }
`;
