import {
  cellOf,
  cpuPerThousand,
  type Figures,
  findingsOf,
  responseP50,
  type Table,
  throughput,
} from '@jobly/lab/results';
import { baseOf, ladder, mistakes, type Mode } from './modes';
import { REVOCATION } from './revocation';

/** Every mode in one row, as far as one table can say it: its price, and what that buys. */
export function ladderTable(figures: Figures): Table {
  const findings = findingsOf([figures]);
  const [paced] = figures.workloads;
  const saturated = figures.workloads.find(({ rate }) => rate === null);
  const priceOf = (mode: Mode, metric: string, as: 'difference' | 'ratio', workload: string | undefined) => {
    const finding = findings.find(
      (one) => one.base === baseOf(mode) && one.other === mode.name && one.metric === metric && one.as === as,
    );
    const row = finding?.rows.find((one) => one.workload === workload);
    return finding && row ? cellOf(finding, row) : '–';
  };
  const { rows = [], keys = [] } = figures.tables.find(({ name }) => name === REVOCATION) ?? {};
  const lags = new Map(keys.map((mode, index) => [mode, rows[index]?.[1]]));
  return {
    name: 'ladder',
    title: 'What knowing who is calling costs, and what it buys',
    note: noteOn(paced?.operation, saturated?.operation),
    head: [
      'mode',
      'added to p50',
      'added CPU per 1,000 requests',
      'requests/s',
      'a deleted administrator is let in for',
    ],
    rows: [...ladder, ...mistakes].map((mode) => [
      mode.name,
      priceOf(mode, responseP50.name, 'difference', paced?.name),
      priceOf(mode, cpuPerThousand.name, 'difference', saturated?.name),
      priceOf(mode, throughput.name, 'ratio', saturated?.name),
      lags.get(mode.name) ?? '–',
    ]),
  };
}

const noteOn = (paced = '', saturated = '') =>
  `Against the same stack without authentication, a mistake against the mode that it spoils: p50 of ${paced}, CPU and requests/s of ${saturated} at saturation; ≈ where the 95 % interval includes nothing. Deletions are measured with tokens that live seconds and answers that are kept for three; as delivered it is a day and half a minute.`;
