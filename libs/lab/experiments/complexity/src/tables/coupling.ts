import { type Coupling, couplingOf, elementsOf, type System, tagsOf } from '@jobly/architecture';
import { type Table, threeDigits } from '@jobly/lab/results';

/** The packages in which the application itself is: its modules, what they share, and the apps composed of them. */
const KINDS = ['type:module', 'type:contracts', 'type:interface', 'type:app'];

/** The coupling of the packages, in each topology. */
export const couplingTable = ({ workspace, topologies }: System): Table => {
  const rows = topologies.flatMap((topology) => {
    const elements = elementsOf(workspace, topology);
    return [...new Set(elements.map((element) => element.package))]
      .filter((name) => tagsOf(workspace, `${name}/project.json`).some((tag) => KINDS.includes(tag)))
      .sort()
      .map((name) => [topology.name, name, ...figuresOf(couplingOf(name, elements))]);
  });
  return {
    name: 'coupling',
    title: 'The coupling of the packages',
    note: 'Martin 1994, over top-level declarations: Ca depend on the package from outside, Ce in it depend on others; instability Ce ÷ (Ca + Ce), abstractness the share of types, distance |A + I − 1| from the main sequence.',
    head: ['topology', 'package', 'Ca', 'Ce', 'instability', 'abstractness', 'distance'],
    rows,
    keys: rows.map(([topology, name]) => `${topology ?? ''} ${name ?? ''}`),
  };
};

const figuresOf = ({ afferent, efferent, instability, abstractness, distance }: Coupling): string[] => [
  ...[afferent, efferent].map(String),
  ...[instability, abstractness, distance].map((value) => (value === null ? '–' : threeDigits(value))),
];
