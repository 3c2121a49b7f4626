import type { Figures } from '../results';

export type Case = Figures['workloads'][number];

/**
 * The cases of tables and percentile curves; a case whose load is a share is a point of the throughput curve instead.
 */
export const tabledCases = ({ workloads }: Figures): Case[] => workloads.filter(({ share }) => share === null);

/** Whether requests had due times of their own; a closed loop, which waits for answers, yields only its throughput. */
export const isOpen = ({ rate }: Case) => rate !== null;

/** The configurations in which something was measured. */
export const configurationsIn = (results: Figures) =>
  results.configurations.filter(({ name }) =>
    results.workloads.some((one) => isMeasured(results, one) && one.configuration === name),
  );

/** Whether there is a figure: a run that ended early has cases that were never begun. */
const isMeasured = ({ summaries }: Figures, { name }: Case) => summaries.some(({ workload }) => workload === name);

/** Whether a configuration has to be named, because there is more than one. */
export const hasSeveralConfigurations = (runs: readonly Figures[]): boolean =>
  new Set(runs.flatMap(({ workloads }) => workloads.map(({ configuration }) => configuration))).size > 1;

export interface CasesTogether {
  /** Undefined if the run has only one. */
  configuration: string | undefined;
  cases: Case[];
}

/** The measured cases of tables, configuration by configuration. */
export function casesByConfiguration(results: Figures): CasesTogether[] {
  const several = hasSeveralConfigurations([results]);
  const measured = tabledCases(results).filter((one) => isMeasured(results, one));
  const byConfiguration = Map.groupBy(measured, ({ configuration }) => configuration);
  return [...byConfiguration].map(([name, cases]) => ({ configuration: several ? name : undefined, cases }));
}

/** The mixes among the operations, each once. */
export function mixesIn({ workloads }: Figures): { operation: string; shares: Record<string, number> }[] {
  const found = new Map(workloads.flatMap(({ operation, mix }) => (mix ? [[operation, mix] as const] : [])));
  return [...found].map(([operation, shares]) => ({ operation, shares }));
}

/** "20 % GET /jobs, 80 % GET /jobs/:id" */
export const sharesInWords = (shares: Record<string, number>) =>
  Object.entries(shares)
    .map(([operation, share]) => `${Number((100 * share).toPrecision(3))} % ${operation}`)
    .join(', ');
