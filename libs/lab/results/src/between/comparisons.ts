import { excludes, type Interval } from '@jobly/lab/instrument';
import { type Finding, type FindingRow, findingsOf, neutralOf, pairOf } from '../reading/findings';
import { cellOf } from '../reading/sentence';
import type { Results, Table } from '../results';
import { changeBetween } from './change';
import { machineFactor } from './machines';

/** A comparison that both runs made. */
interface Both {
  finding: Finding;
  first: FindingRow;
  next: FindingRow;
}

/**
 * The comparisons of both runs side by side, those that disagree first. Two agree if the interval of their change includes
 * none; a difference in ms also if it does once the machine is allowed for. Undefined for runs that compared nothing alike.
 */
export function comparisonsBetween(first: Results, next: Results): Table | undefined {
  const machine = machineFactor(first, next);
  const rows = bothOf(first, next).map((both) => {
    const verdict = verdictOn(both, machine);
    const cells = [both.first, both.next].map((row) => cellOf(both.finding, row));
    return {
      verdict,
      row: [both.next.operation, pairOf(both.finding), both.finding.metric, ...cells, changeInWords(both), verdict],
    };
  });
  if (rows.length === 0) return undefined;
  const count = (wanted: string) => rows.filter(({ verdict }) => verdict === wanted).length;
  const doubtful = [first, next].some(({ valid }) => !valid)
    ? ' One of the runs does not count, so this says little.'
    : '';
  return {
    title: 'Do the two runs say the same?',
    note: `Of ${rows.length} comparisons ${count(AGREE)} agree: the 95 % interval of the change includes none. ${count(MACHINE)} do once the machine is allowed for, and ${count(DISAGREE)} disagree; of two honest runs over launches, about one comparison in twenty does, and more if a run has one launch, because that knows of no other. The change is run 2 ÷ run 1 of ratios and run 2 − run 1 of differences, with the interval that follows from the two.${doubtful}`,
    head: ['operation', 'compared', 'metric', 'run 1', 'run 2', 'change', ''],
    rows: rows.toSorted((one, other) => rank(one.verdict) - rank(other.verdict)).map(({ row }) => row),
  };
}

const DISAGREE = 'they disagree';
const MACHINE = 'as the machines do';
const AGREE = 'they agree';

const rank = (verdict: string) => [DISAGREE, MACHINE, AGREE].indexOf(verdict);

function bothOf(first: Results, next: Results): Both[] {
  return findingsOf([first, next]).flatMap((finding) =>
    finding.rows.flatMap((row) => {
      const before = finding.rows.find(({ run, workload }) => run === 0 && workload === row.workload);
      return row.run === 1 && before ? [{ finding, first: before, next: row }] : [];
    }),
  );
}

function verdictOn({ finding, first, next }: Both, machine: number | undefined): string {
  if (!differ(finding, first, next)) return AGREE;
  if (finding.as === 'ratio' || machine === undefined) return DISAGREE;
  const { estimate, low, high } = first.interval;
  const interval = { estimate: estimate * machine, low: low * machine, high: high * machine };
  return differ(finding, { ...first, interval }, next) ? DISAGREE : MACHINE;
}

/** Where only a bound is known, the intervals are all there is. */
function differ({ as }: Finding, first: FindingRow, next: FindingRow): boolean {
  if (first.bound !== null || next.bound !== null) return !overlap(first.interval, next.interval);
  return excludes(changeBetween(first.interval, next.interval, as), neutralOf(as));
}

/** Unknown where only a bound is known. */
function changeInWords({ finding, first, next }: Both): string {
  if (first.bound !== null || next.bound !== null) return '–';
  const interval = changeBetween(first.interval, next.interval, finding.as);
  return cellOf(finding, { ...next, interval, detectable: excludes(interval, neutralOf(finding.as)) });
}

const overlap = (one: Interval, other: Interval) => one.low <= other.high && other.low <= one.high;
