import {
  type Case,
  cpuPerThousand,
  type Figures,
  type FindingRow,
  findingsOf,
  serviceP50,
  throughput,
} from '@jobly/lab/results';
import { MONOLITH, usualOf, type Way, ways } from './ways';

/** What a way adds to a request, or saves. Each figure is undefined where it was not measured. */
export interface Price {
  way: Way;
  operation: string;
  /** In ms, beside asking the owner. */
  time: FindingRow | undefined;
  /** In ms of all processes for 1,000 requests, beside asking the owner. */
  cpu: FindingRow | undefined;
  /** How many times the requests/s on one CPU, beside asking the owner. */
  served: FindingRow | undefined;
  /** The same beside the monolith that asks its own modules. */
  ofMonolith: FindingRow | undefined;
}

/** The prices that a run has found, way by way. */
export function pricesIn(figures: Figures): Price[] {
  const findings = findingsOf([figures]);
  const operations = new Set(figures.workloads.map(({ operation }) => operation));
  const rowOf = (
    metric: { name: string },
    base: Way,
    other: Way,
    operation: string,
    isWanted: (one: Case) => boolean,
  ) =>
    findings
      .filter((one) => one.metric === metric.name && one.base === base.name && one.other === other.name)
      .flatMap(({ rows }) => rows)
      .find(
        (row) =>
          row.operation === operation && figures.workloads.some((one) => one.name === row.workload && isWanted(one)),
      );
  return ways.flatMap((way) =>
    [...operations].flatMap((operation): Price[] => {
      const usual = usualOf(way.topology);
      const price = {
        time: rowOf(serviceP50, usual, way, operation, isSingle),
        cpu: rowOf(cpuPerThousand, usual, way, operation, isSingle),
        served: rowOf(throughput, usual, way, operation, isSaturated),
        ofMonolith: rowOf(throughput, MONOLITH, way, operation, isSaturated),
      };
      return Object.values(price).some((row) => row !== undefined) ? [{ way, operation, ...price }] : [];
    }),
  );
}

const isSaturated = ({ name }: Case) => name.includes('saturated');
const isSingle = (one: Case) => !isSaturated(one);
