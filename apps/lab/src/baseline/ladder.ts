import { ladder, mistakes } from '../authentication/modes';
import { findingsOf } from '../report/reading/findings';
import type { Results } from '../report/results';
import { cellOf } from './comparisons-table';
import { markdownTable } from './markdown';

/** Every way to know who is calling in one row, as far as one table can say it: the prices, and what they buy. */
export function ladderTable(results: Results): string {
  const findings = findingsOf([results]);
  const [first] = results.workloads;
  const priceOf = (mode: string, metric: string, as: 'difference' | 'ratio') => {
    const finding = findings.find((one) => one.other === mode && one.metric === metric && one.as === as);
    const row = finding?.rows.find(({ workload }) => as === 'ratio' || workload === first?.name);
    return finding && row ? cellOf(finding, row) : '–';
  };
  const lags = new Map(results.tables[0]?.rows.map(([mode = '', lag = '']) => [mode, lag]));
  const rows = [...ladder, ...mistakes].map(({ name }) => [
    name,
    priceOf(name, 'response p50', 'difference'),
    priceOf(name, 'CPU per 1,000 requests', 'difference'),
    priceOf(name, 'throughput', 'ratio'),
    lags.get(name) ?? '–',
  ]);
  const note = `Added to ${first?.operation}: p50 and CPU per 1,000 requests, against the same stack without authentication (a mistake: against the mode it spoils); ≈ where the interval of 95 % includes nothing. A deletion as measured with tokens that live seconds: see the page.`;
  return `${markdownTable(['mode', 'added to p50', 'added CPU', 'requests/s at saturation', 'a deleted administrator is let in for'], rows)}\n\n${note}`;
}
