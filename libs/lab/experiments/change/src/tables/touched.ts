import type { Table } from '@jobly/lab/results';
import type { Finding, Findings } from '../finding';
import { measures } from './measures';
import { ALL, keyOf, TOUCHED } from './names';

/** What each feature touches in each topology, and what all of them do together. */
export function touchedTable({ byTopology }: Findings): Table {
  const topologies = [...Map.groupBy(byTopology, ({ topology }) => topology)];
  const several = byTopology.length > topologies.length;
  const rows = [
    ...byTopology.map((finding) => rowOf(finding.feature, finding.topology, [finding])),
    ...(several ? topologies.map(([topology, findings]) => rowOf(ALL, topology, findings)) : []),
  ];
  return {
    name: TOUCHED,
    title: 'What a feature touches',
    note: 'Lines of TypeScript that the topology’s processes need, declaration by declaration; the schemas and migrations of its apps; its compose file. A deployable counts if its bundle changes, byte by byte. Tests are those of the projects that are needed, and the conformance suite. Every number is the size of a list, on the page and in the JSON, with file and line.',
    head: ['feature', 'topology', ...measures.map(({ title }) => title)],
    rows,
    keys: rows.map(([feature = '', topology = '']) => keyOf(feature, topology)),
  };
}

const rowOf = (feature: string, topology: string, findings: readonly Finding[]): string[] => [
  feature,
  topology,
  ...measures.map(({ of, inWords }) => inWords(findings.flatMap(of))),
];
