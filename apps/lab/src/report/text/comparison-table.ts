import pc from 'picocolors';
import { type Finding, findingsOf, pairOf } from '../reading/findings';
import type { Results } from '../results';
import { tableOf, underHeading } from './table-style';

type Interval = Results['comparisons'][number]['interval'];

/** What the experiment was for: one arm against another, with the interval. */
export function comparisonTable(results: Results): string {
  const findings = findingsOf([results]);
  const metrics = [...new Set(findings.map(({ metric }) => metric))];
  const pairs = [...Map.groupBy(findings, headingOf)];
  const rowOf = (name: string, alike: readonly Finding[], workload: string) => [
    name,
    ...metrics.map((metric) =>
      figure(
        alike.find((finding) => finding.metric === metric),
        workload,
      ),
    ),
  ];
  const [only, ...others] = casesIn(findings);
  if (only && others.length === 0) {
    const [workload, operation] = only;
    return tableOf(
      [operation, ...metrics],
      pairs.map(([pair, alike]) => rowOf(pair, alike, workload)),
    );
  }
  const rows = pairs.flatMap(([pair, alike]) =>
    underHeading(
      pair,
      casesIn(alike).map(([workload, operation]) => rowOf(operation, alike, workload)),
    ),
  );
  return tableOf(['operation', ...metrics], rows);
}

const headingOf = (finding: Finding) =>
  finding.configuration === undefined ? pairOf(finding) : `${pairOf(finding)}, ${finding.configuration}`;

/** Names of cases with their operations, each once. */
const casesIn = (findings: readonly Finding[]) => [
  ...new Map(findings.flatMap(({ rows }) => rows.map(({ workload, operation }) => [workload, operation] as const))),
];

/** Greyed where it says nothing: in an invalid run, and where the interval includes "no difference". */
function figure(finding: Finding | undefined, workload: string): string {
  const row = finding?.rows.find((one) => one.workload === workload);
  if (!finding || !row) return '';
  const { as, unit } = finding;
  const text = as === 'ratio' ? asFactor(row.interval) : withSigns(row.interval, unit);
  if (!row.detectable) return pc.dim(`≈ ${text}`);
  return row.valid ? text : pc.dim(text);
}

/** Every figure of an interval with the same number of decimals: as many as its largest deserves. */
function withSigns({ estimate, low, high }: Interval, unit: string): string {
  const decimals = Math.max(Math.abs(low), Math.abs(high)) < 100 ? 3 : 0;
  const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(decimals)}`;
  return `${signed(estimate)} ${unit} [${signed(low)}, ${signed(high)}]`;
}

const asFactor = ({ estimate, low, high }: Interval) =>
  `${estimate.toFixed(2)}× [${low.toFixed(2)}, ${high.toFixed(2)}]`;
