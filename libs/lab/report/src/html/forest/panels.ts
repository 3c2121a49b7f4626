import { type Finding, findingsOf, type Results } from '@jobly/lab/results';
import type { Scale } from '../scale';
import { forestAxis } from './axis';

/** Findings that can be compared on one axis. */
export interface ForestPanel {
  axis: Scale;
  /** The label of the axis. */
  label: string;
  findings: Finding[];
}

/** All ratios on one logarithmic axis; differences of each metric on one of their own. */
export function forestPanels(runs: readonly Results[]): ForestPanel[] {
  const byAxis = Map.groupBy(findingsOf(runs), ({ as, metric, unit }) =>
    as === 'ratio' ? 'Ratio, on a logarithmic axis' : `Difference of ${metric}, ${unit}`,
  );
  return [...byAxis].map(([label, findings]) => ({ axis: forestAxis(findings), label, findings }));
}
