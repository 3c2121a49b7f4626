import { cellOf, type Finding, findingsOf, pairKey, pairOf, type Results } from '@jobly/lab/results';
import pc from 'picocolors';
import { tableOf, underHeading } from './table-style';

/** The experiment's comparisons between arms, with their intervals. */
export function comparisonTable(results: Results): string {
  const findings = findingsOf([results]);
  const metrics = [...new Set(findings.map(({ metric }) => metric))];
  const cases = casesIn(findings);
  const pairs = Map.groupBy(findings, pairKey);
  const few = pairs.size <= cases.length;
  const rowOf = (name: string, alike: readonly Finding[], workload: string) => [
    name,
    ...metrics.map((metric) => figure(alike, metric, workload)),
  ];
  const underPairs = [...Map.groupBy(findings, inConfiguration(pairKey)).values()].map((alike) => ({
    heading: inConfiguration(pairOf)(alike[0]!),
    rows: casesIn(alike).map(({ workload, operation }) => rowOf(operation, alike, workload)),
  }));
  const underCases = cases.map(({ workload, operation, finding }) => ({
    heading: inConfiguration(() => operation)(finding),
    rows: [...pairs]
      .filter(([, alike]) => casesIn(alike).some((one) => one.workload === workload))
      .map(([, alike]) => rowOf(pairOf(alike[0]!), alike, workload)),
  }));
  const groups = few ? underPairs : underCases;
  const rows = groups.flatMap(({ heading, rows }) => underHeading(heading, rows));
  return tableOf([few ? 'operation' : 'compared', ...metrics], rows);
}

const inConfiguration = (nameOf: (finding: Finding) => string) => (finding: Finding) =>
  finding.configuration === undefined ? nameOf(finding) : `${nameOf(finding)}, ${finding.configuration}`;

interface ComparedCase {
  workload: string;
  operation: string;
  /** One of the findings about this case. */
  finding: Finding;
}

function casesIn(findings: readonly Finding[]): ComparedCase[] {
  const all = findings.flatMap((finding) =>
    finding.rows.map(({ workload, operation }) => [workload, { workload, operation, finding }] as const),
  );
  return [...new Map(all).values()];
}

/** Greyed if it proves nothing: in an invalid run, and if the interval includes "no difference". */
function figure(alike: readonly Finding[], metric: string, workload: string): string {
  const found = alike
    .filter((finding) => finding.metric === metric)
    .flatMap((finding) => finding.rows.map((row) => ({ finding, row })))
    .find(({ row }) => row.workload === workload);
  if (!found) return '';
  const { finding, row } = found;
  const text = cellOf(finding, row);
  return row.detectable && row.valid ? text : pc.dim(text);
}
