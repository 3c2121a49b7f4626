import {
  type Case,
  cpuPerThousand,
  type Figures,
  type FindingRow,
  findingsOf,
  serviceP50,
  throughput,
} from '@jobly/lab/results';
import { others, usualOf, type Way } from './ways';

/** What a way adds to a request, or saves, beside asking the owner. */
export interface Price {
  way: Way;
  operation: string;
  /** In ms. */
  time: FindingRow;
  /** In ms of all processes for 1,000 requests. */
  cpu: FindingRow;
  /** How many times the requests/s on one CPU; undefined where that was not measured. */
  served: FindingRow | undefined;
}

/** The prices that a run has found, way by way. */
export function pricesIn(figures: Figures): Price[] {
  const findings = findingsOf([figures]);
  return others.flatMap((way) => {
    const rowsOf = ({ name: metric }: { name: string }, isWanted: (one: Case) => boolean) =>
      findings
        .filter((one) => one.metric === metric && one.base === usualOf(way.topology).name && one.other === way.name)
        .flatMap(({ rows }) => rows)
        .filter(({ workload }) => figures.workloads.some((one) => one.name === workload && isWanted(one)));
    const served = rowsOf(throughput, ({ name }) => name.includes('saturated'));
    const cpus = rowsOf(cpuPerThousand, ({ name }) => !name.includes('saturated'));
    return rowsOf(serviceP50, ({ name }) => !name.includes('saturated')).flatMap((time): Price[] => {
      const { operation } = time;
      const cpu = cpus.find((row) => row.operation === operation);
      return cpu ? [{ way, operation, time, cpu, served: served.find((row) => row.operation === operation) }] : [];
    });
  });
}
