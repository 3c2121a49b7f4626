import { type Finding, type FindingRow, pairOf } from '@jobly/lab/results';

export interface ForestLine {
  finding: Finding;
  row: FindingRow;
  label: string;
}

/** Lines under one heading: the operations of one pair of arms, or the pairs of arms of one operation. */
export interface ForestGroup {
  metric: string;
  /** The other properties that the lines have in common. */
  common: string;
  by: 'operation' | 'pair';
  lines: ForestLine[];
}

/** A few pairs of arms get a group each, with one line per operation; many pairs become the lines of each operation. */
export function forestGroups(findings: readonly Finding[]): ForestGroup[] {
  if (new Set(findings.map(pairOf)).size <= operationsIn(findings).length) return findings.map(ofFinding);
  const alike = Map.groupBy(findings, ({ metric, configuration }) => JSON.stringify([metric, configuration]));
  return [...alike.values()].flatMap((together) =>
    operationsIn(together).map((operation) => ofOperation(together, operation)),
  );
}

const operationsIn = (findings: readonly Finding[]) => [
  ...new Set(findings.flatMap(({ rows }) => rows.map(({ operation }) => operation))),
];

function ofFinding(finding: Finding): ForestGroup {
  const { metric, configuration, repeat, rows } = finding;
  const common = [pairOf(finding), configuration ?? [], repeat ? 'the noise of the machine' : []].flat();
  const lines = rows.map((row) => ({ finding, row, label: row.operation }));
  return { metric, common: common.join(' · '), by: 'operation', lines };
}

function ofOperation(findings: readonly Finding[], operation: string): ForestGroup {
  const [{ metric, configuration }] = findings as [Finding];
  const lines = findings.flatMap((finding) =>
    finding.rows.filter((row) => row.operation === operation).map((row) => ({ finding, row, label: pairOf(finding) })),
  );
  return { metric, common: [operation, configuration ?? []].flat().join(' · '), by: 'pair', lines };
}
