import { cpuPerThousand, type Figures } from '@jobly/lab/results';
import { basePoint, type Point, pointsOf } from './points';

type Interval = Figures['comparisons'][number]['interval'];

/** The points of a run that were measured. */
export const measuredPoints = (figures: Figures): Point[] =>
  pointsOf(figures.settings.quick ? 'quick' : 'full').filter(({ workload }) =>
    figures.workloads.some(({ name }) => name === workload.name),
  );

/** Micro ÷ monolith, of a case and a metric; undefined if it was not compared. */
export const ratioOf = ({ comparisons }: Figures, workload: string, metric: string): Interval | undefined =>
  comparisons.find((one) => one.workload === workload && one.metric === metric && one.other === 'micro')?.interval;

export const cpuRatio = (figures: Figures, { workload }: Point): Interval | undefined =>
  ratioOf(figures, workload.name, cpuPerThousand.name);

export const summaryOf = ({ summaries }: Figures, workload: string, arm: string) =>
  summaries.find((one) => one.workload === workload && one.arm === arm);

/** The process of a stack whose CPU time of a request differs most from that at the base, in µs. */
export function largestDifference(
  figures: Figures,
  { workload }: Point,
): { arm: string; process: string; us: number } | undefined {
  const differences = ['monolith', 'micro'].flatMap((arm) => {
    const [before, now] = [basePoint.workload.name, workload.name].map((name) => summaryOf(figures, name, arm));
    const processes = Object.entries(now?.cpuByProcess ?? {});
    // Milliseconds of a thousand requests are microseconds of one.
    return processes.map(([process, us]) => ({ arm, process, us: us - (before?.cpuByProcess?.[process] ?? 0) }));
  });
  return differences.sort((one, other) => Math.abs(other.us) - Math.abs(one.us))[0];
}
