import { type Finding, type FindingRow, pairOf } from '../../reading/findings';
import { isRepeat } from '../../reading/repeats';

export interface ForestLine {
  finding: Finding;
  row: FindingRow;
  label: string;
}

/** Lines under one heading: the operations of one pair of arms, or the pairs of arms of one operation. */
export interface ForestGroup {
  metric: string;
  /** What else the lines have in common. */
  common: string;
  by: 'operation' | 'pair';
  lines: ForestLine[];
}

/** A group a finding; but where there is one operation and several pairs of arms, a group a metric. */
export function forestGroups(findings: readonly Finding[]): ForestGroup[] {
  const operations = new Set(findings.flatMap(({ rows }) => rows.map(({ operation }) => operation)));
  const pairs = new Set(findings.map(pairOf));
  if (operations.size > 1 || pairs.size === 1) return findings.map(ofFinding);
  const alike = Map.groupBy(findings, ({ metric, configuration }) => JSON.stringify([metric, configuration]));
  return [...alike.values()].map(ofOperation);
}

function ofFinding(finding: Finding): ForestGroup {
  const { metric, configuration, other, rows } = finding;
  const common = [pairOf(finding), configuration ?? [], isRepeat(other) ? 'the noise of the machine' : []].flat();
  const lines = rows.map((row) => ({ finding, row, label: row.operation }));
  return { metric, common: common.join(' · '), by: 'operation', lines };
}

function ofOperation(findings: readonly Finding[]): ForestGroup {
  const [{ metric, configuration, rows }] = findings as [Finding];
  const common = [rows[0]!.operation, configuration ?? []].flat().join(' · ');
  const lines = findings.flatMap((finding) => finding.rows.map((row) => ({ finding, row, label: pairOf(finding) })));
  return { metric, common, by: 'pair', lines };
}
