import { capacityWithInterval, hasSeveralConfigurations, isOpen, type Results, tabledCases } from '@jobly/lab/results';
import { servedInWords } from '../figures-columns';
import { tableOf, underHeading } from './table-style';

type Curve = Results['curves'][number];

/** The capacity of each arm: before its users have to wait, and at saturation. None before anything was measured. */
export function capacityTable(results: Results): string | undefined {
  const measured = results.curves.filter(({ points }) => points.length > 0);
  if (measured.length === 0) return undefined;
  const several = hasSeveralConfigurations([results]);
  const byConfiguration = Map.groupBy(measured, ({ configuration }) => configuration);
  const rows = [...byConfiguration].flatMap(([configuration, curves]) =>
    underHeading(
      several ? configuration : undefined,
      curves.map((curve) => [curve.operation, curve.arm, highest(curve), atSaturation(results, curve)]),
    ),
  );
  const limitMs = results.curves.find((curve) => curve.highest)?.highest?.limitMs;
  const limit = limitMs === undefined ? 'within the limit' : `≤ ${limitMs} ms`;
  return tableOf(['operation', 'arm', `requests/s with p99 ${limit}`, 'at saturation'], rows, 2);
}

const highest = (curve: Curve) => capacityWithInterval(curve) ?? 'too few pairs';

/** The arm's throughput in a closed loop. */
function atSaturation(results: Results, curve: Curve): string {
  const { workload = saturatedIn(results, curve) } = curve;
  const summary = results.summaries.find((one) => one.workload === workload && one.arm === curve.arm);
  return summary ? servedInWords(summary) : '–';
}

/** For older results, whose curves do not name the case: there, no other closed loop has the same operation. */
const saturatedIn = (results: Results, { operation, configuration }: Curve) =>
  tabledCases(results).find((one) => !isOpen(one) && one.operation === operation && one.configuration === configuration)
    ?.name;
