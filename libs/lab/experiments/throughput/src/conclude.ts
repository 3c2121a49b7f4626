import {
  capacityInWords,
  configurationsIn,
  figureOf,
  type Figures,
  type FindingRow,
  findingsOf,
  highestRateMetric,
  threeDigits,
} from '@jobly/lab/results';

type Curve = Figures['curves'][number];

/** The highest rates that the two arms can take before their users have to wait. */
export function highestRates(results: Figures): string | undefined {
  const known = results.curves.filter(({ highest }) => highest);
  const [first] = known;
  if (!first) return undefined;
  const alike = Map.groupBy(known, ({ operation, configuration }) => JSON.stringify([operation, configuration]));
  const told = [...alike.values()].map((curves) => inWords(results, curves));
  return `With p99 within ${first.highest!.limitMs} ms, ${told.join('; ')}.`;
}

/** "micro serves 420 requests/s of GET /jobs and monolith 1,240, 0.34 times as many (0.30 – 0.39)" */
function inWords(results: Figures, curves: readonly Curve[]): string {
  const { operation, configuration } = curves[0]!;
  const where = configurationsIn(results).length > 1 ? `${configuration}: ` : '';
  const [other, base] = curves.toReversed().map(({ arm, highest }) => ({ arm, rate: capacityInWords(highest!) }));
  const beside = base ? ` and ${base.arm} ${base.rate}` : '';
  return `${where}${other!.arm} serves ${other!.rate} requests/s of ${operation}${beside}${ratioInWords(results, curves)}`;
}

/** Empty where the ratio is unknown, because one of the rates lies beyond those that were offered. */
function ratioInWords(results: Figures, curves: readonly Curve[]): string {
  const { operation, configuration, highest } = curves[0]!;
  const { name } = results.workloads.find(
    (one) => one.share === null && one.operation === operation && one.configuration === configuration,
  )!;
  const found = findingsOf([results])
    .filter(({ metric }) => metric === highestRateMetric(highest!.limitMs))
    .flatMap((finding) => finding.rows.map((row) => [finding, row] as const))
    .find(([, { workload }]) => workload === name);
  if (!found) return '';
  const [finding, row] = found;
  return `, ${asMany(row)} (${figureOf(finding, row).interval})`;
}

const asMany = ({ interval }: FindingRow) => `${threeDigits(interval.estimate)} times as many`;
