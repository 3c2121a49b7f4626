import {
  count,
  figureOf,
  type Figures,
  type Finding,
  type FindingRow,
  findingsOf,
  highestRateMetric,
  threeDigits,
} from '@jobly/lab/results';

/** The highest rates that the two arms can take before their users have to wait. */
export function highestRates(results: Figures): string | undefined {
  const limitMs = results.curves.find(({ highest }) => highest)?.highest?.limitMs;
  if (limitMs === undefined) return undefined;
  const found = findingsOf([results]).filter(({ metric }) => metric === highestRateMetric(limitMs));
  if (found.length === 0) return undefined;
  const told = found.flatMap((finding) => finding.rows.map((row) => inWords(results, finding, row)));
  return `With p99 within ${limitMs} ms, ${told.join('; ')}.`;
}

/** "micro serves 420 requests/s of GET /jobs and monolith 1,240, 0.34 times as many (0.30 – 0.39)" */
function inWords(
  { workloads, curves }: Figures,
  finding: Finding,
  { workload, operation, interval }: FindingRow,
): string {
  const { base, other, configuration } = finding;
  const { configuration: ofCase } = workloads.find(({ name }) => name === workload)!;
  const rateOf = (arm: string) => {
    const curve = curves.find((one) => one.arm === arm && one.operation === operation && one.configuration === ofCase);
    return count(curve?.highest?.estimate ?? 0);
  };
  const { interval: range } = figureOf(finding, interval);
  const where = configuration === undefined ? '' : `${configuration}: `;
  return `${where}${other} serves ${rateOf(other)} requests/s of ${operation} and ${base} ${rateOf(base)}, ${threeDigits(interval.estimate)} times as many (${range})`;
}
