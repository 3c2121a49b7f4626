import {
  cpuPerThousand,
  type Figures,
  type Finding,
  type FindingRow,
  findingsOf,
  serviceP50,
} from '@jobly/lab/results';
import { caseNameOf } from './cases';
import { type Rung, rungs } from './rungs';

/** A comparison of the run, on one operation. */
export interface Found {
  finding: Finding;
  row: FindingRow;
}

/** What a rung adds to a request of its base: in time, and in CPU time. */
export interface Price {
  rung: Rung;
  time: Found;
  cpu: Found;
}

/** The prices that a run has found for an operation, in the order of the ladder; of each rung that has a base. */
export function pricesIn(figures: Figures, operation: string): Price[] {
  const findings = findingsOf([figures]);
  return rungs.flatMap((rung) => {
    const found = ({ name: metric }: { name: string }): Found | undefined => {
      const finding = findings.find(
        (one) => one.metric === metric && one.base === rung.base && one.other === rung.name,
      );
      const row = finding?.rows.find(({ workload }) => workload === caseNameOf(operation, rung));
      return finding && row && { finding, row };
    };
    const [time, cpu] = [found(serviceP50), found(cpuPerThousand)];
    return time && cpu ? [{ rung, time, cpu }] : [];
  });
}
