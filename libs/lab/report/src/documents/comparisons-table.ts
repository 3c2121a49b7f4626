import {
  cellOf,
  type Finding,
  findingsOf,
  pairKey,
  pairOf,
  responseP95,
  responseP99,
  type Results,
} from '@jobly/lab/results';
import { markdownTable } from './markdown';

/** The tails stay in the results; a document shows the median and the cost. */
const LEFT_OUT: readonly string[] = [responseP95.name, responseP99.name];

interface Line {
  operation: string;
  pair: string;
  figures: Map<string, string>;
}

/** The comparisons, one row each; a column with the same value in every row is left out. */
export function comparisonsTable(results: Results): string {
  const all = findingsOf([results]).filter(({ metric }) => !LEFT_OUT.includes(metric));
  const real = all.filter(({ repeat }) => !repeat);
  const findings = real.length > 0 ? real : all;
  const metrics = [...new Set(findings.map(({ metric }) => metric))];
  const lines = [...linesOf(findings).values()];
  const [operations, pairs] = [
    several(lines.map(({ operation }) => operation)),
    several(lines.map(({ pair }) => pair)),
  ];
  const cells = (operation: string, pair: string) => [
    ...(operations ? [operation] : []),
    ...(pairs || !operations ? [pair] : []),
  ];
  return markdownTable(
    [...cells('operation', 'compared'), ...metrics],
    lines.map(({ operation, pair, figures }) => [
      ...cells(operation, pair),
      ...metrics.map((metric) => figures.get(metric) ?? ''),
    ]),
  );
}

const several = (values: readonly string[]) => new Set(values).size > 1;

function linesOf(findings: readonly Finding[]): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const finding of findings) {
    for (const row of finding.rows) {
      const operation =
        finding.configuration === undefined ? row.operation : `${row.operation}, ${finding.configuration}`;
      const key = JSON.stringify([row.workload, pairKey(finding)]);
      const line = lines.get(key) ?? { operation, pair: pairOf(finding), figures: new Map<string, string>() };
      line.figures.set(finding.metric, cellOf(finding, row));
      lines.set(key, line);
    }
  }
  return lines;
}
