import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: 'Figures come from several launches',
    replace: `The salary and equity of a job are fixed once somebody has applied to it: 409.
- Figures come from several launches`,
  },
  {
    file: 'docs/api.md',
    anchor: '200 `{job}`                                             |',
    replace: '200 `{job}`; the pay until somebody has applied         |',
  },
  {
    file: 'docs/api.md',
    anchor: '11, 14, 15 and 16 call a neighbour',
    replace: '11 and 14 to 17 call a neighbour',
  },
  {
    file: 'docs/api.md',
    anchor: 'already · 413 body over 100 kB ·',
    replace: `already, or others rely on it as it is ·
413 body over 100 kB ·`,
  },
];
