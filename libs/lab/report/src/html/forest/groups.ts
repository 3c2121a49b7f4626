import { type Finding, type FindingRow, pairKey, pairOf } from '@jobly/lab/results';

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
  if (new Set(findings.map(pairKey)).size <= casesIn(findings).length) return findings.map(ofFinding);
  const alike = Map.groupBy(findings, ({ metric, configuration }) => JSON.stringify([metric, configuration]));
  return [...alike.values()].flatMap((together) => casesIn(together).map((workload) => ofCase(together, workload)));
}

/** By name. */
const casesIn = (findings: readonly Finding[]) => [
  ...new Set(findings.flatMap(({ rows }) => rows.map(({ workload }) => workload))),
];

function ofFinding(finding: Finding): ForestGroup {
  const { metric, configuration, repeat, rows } = finding;
  const common = [pairOf(finding), configuration ?? [], repeat ? 'the noise of the machine' : []].flat();
  const lines = rows.map((row) => ({ finding, row, label: row.operation }));
  return { metric, common: common.join(' · '), by: 'operation', lines };
}

function ofCase(findings: readonly Finding[], workload: string): ForestGroup {
  const [{ metric, configuration }] = findings as [Finding];
  const lines = findings.flatMap((finding) =>
    finding.rows.filter((row) => row.workload === workload).map((row) => ({ finding, row, label: pairOf(finding) })),
  );
  const { operation } = lines[0]!.row;
  return { metric, common: [operation, configuration ?? []].flat().join(' · '), by: 'pair', lines };
}
