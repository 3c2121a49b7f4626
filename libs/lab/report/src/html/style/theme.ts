/** All colours. Accents are distinguishable for the colour-blind, and have a contrast of at least 4.5 as text. */
export const THEME = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1a1e24; --muted: #5b6570; --mark: #8d97a3; --rule: #e3e7eb; --good: #1a7044; --bad: #b3261e;
  --blue: #1f63ad; --orange: #b9480f; --teal: #0b7268; --purple: #7747b5; --olive: #667012; --pink: #ad2f6b; --brown: #80592b; --slate: #4f5f78;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e6e9ec; --muted: #9aa5b1; --mark: #6f7a86; --rule: #2a3037; --good: #5cc08b; --bad: #f58a80;
    --blue: #6cb0f5; --orange: #f2945a; --teal: #4fc4b6; --purple: #b998f0; --olive: #b9c24e; --pink: #f085b4; --brown: #cfa57a; --slate: #a3b4cf;
  }
}
.arm-0 { --accent: var(--blue) } .arm-1 { --accent: var(--orange) } .arm-2 { --accent: var(--teal) }
.arm-3 { --accent: var(--purple) } .arm-4 { --accent: var(--olive) } .arm-5 { --accent: var(--pink) }
.arm-6 { --accent: var(--brown) } .arm-7 { --accent: var(--slate) }
.part-0 { fill: #7d8ea3 } .part-1 { fill: #c98a3d } .part-2 { fill: #5a9e8f } .part-3 { fill: #b06f8e }
.part-4 { fill: #8f8fc4 } .part-5 { fill: #a3a04f } .part-6 { fill: #6fa8c9 } .part-7 { fill: #b3b9c0 }
`;
