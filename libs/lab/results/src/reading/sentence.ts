import { type Finding, type FindingRow, neutralOf } from './findings';
import { inOperations, intervalInWords, signed, threeDecimals, threeDigits } from './numbers';

/** A finding over the operations of one run, in words. */
export function sentenceOf(finding: Finding): string {
  const { base, other, metric, rows, as } = finding;
  const changed = rows.filter(({ detectable }) => detectable);
  if (changed.length === 0) {
    const where = inOperations(operationsOf(rows), rows.length)
      .replace('in all', 'in any of')
      .replace('in both operations', 'in either operation');
    return `no detectable difference between ${other} and ${base} in ${metric} ${where}`;
  }
  const more = changed.filter(({ interval }) => interval.low > neutralOf(as));
  const less = changed.filter((row) => !more.includes(row));
  const clauses = [more, less].filter((some) => some.length > 0).map((some) => clause(finding, some));
  const rest = rows.length - changed.length;
  const others = rest === 0 ? '' : ` (no detectable difference in the other${rest === 1 ? '' : ` ${rest}`})`;
  return `${other}’s ${metric} is ${clauses.join(' and ')}${others}`;
}

/** Two metrics of the same arms: the second one in passing, if it says the same of the same operations. */
export function sentenceOfBoth(finding: Finding, next: Finding): string {
  const [here, there] = [finding, next].map(grown);
  if (!here || !there || operationsOf(here).join() !== operationsOf(there).join()) {
    return `${sentenceOf(finding)}; ${sentenceOf(next)}`;
  }
  return `${sentenceOf(finding)}, and its ${next.metric} ${times(there)}`;
}

/** "1.7 to 9.7 and 2.1 to 3.0 times in all 6 operations"; undefined unless all metrics have grown in all of them. */
export function amountsOf(findings: readonly Finding[]): string | undefined {
  const all = findings.map((finding) => (grown(finding)?.length === finding.rows.length ? finding.rows : undefined));
  const [first, ...others] = all.map((rows) => rows && operationsOf(rows));
  if (!first || others.some((operations) => operations?.join() !== first.join())) return undefined;
  return `${all.map((rows) => amounts(rows!)).join(' and ')} times ${inOperations(first, first.length)}`;
}

/** The rows that differ, if they are ratios and all of them greater than 1. */
function grown({ as, rows }: Finding): FindingRow[] | undefined {
  const changed = rows.filter(({ detectable }) => detectable);
  const allMore = as === 'ratio' && changed.length > 0 && changed.every(({ interval }) => interval.low > 1);
  return allMore ? changed : undefined;
}

/** "1.7 to 9.7 times monolith’s in 4 of 6 operations". */
function clause({ base, as, unit, rows }: Finding, some: readonly FindingRow[]): string {
  const [amount, direction] = as === 'ratio' ? [times(some), ''] : above(some, unit);
  return `${amount}${direction} ${base}’s ${inOperations(operationsOf(some), rows.length)}`;
}

const amounts = (rows: readonly FindingRow[]) =>
  `${boundInWords(rows)}${range(rows.map(({ interval }) => interval.estimate))}`;

/** "at least " if that is all that is known of one of them. */
function boundInWords(rows: readonly FindingRow[]): string {
  const bound = rows.find((row) => row.bound !== null)?.bound;
  return bound ? `${bound} ` : '';
}

const times = (rows: readonly FindingRow[]) => `${amounts(rows)} times`;

function above(rows: readonly FindingRow[], unit: string): [string, string] {
  const estimates = rows.map(({ interval }) => interval.estimate);
  return [`${boundInWords(rows)}${range(estimates.map(Math.abs))} ${unit}`, estimates[0]! > 0 ? ' above' : ' below'];
}

function range(values: readonly number[]): string {
  const [least, most] = [threeDigits(Math.min(...values)), threeDigits(Math.max(...values))];
  return least === most ? most : `${least} to ${most}`;
}

const operationsOf = (rows: readonly FindingRow[]) => rows.map(({ operation }) => operation);

const BOUND_SIGNS = { 'at least': '≥ ', 'at most': '≤ ' };

/**
 * An estimate and its interval. An end that rounds to "no difference" gets a decimal more, to show on which side of it
 * it lies.
 */
export function figureOf({ as }: Pick<Finding, 'as'>, { interval, bound }: Pick<FindingRow, 'interval' | 'bound'>) {
  const { estimate, low, high } = interval;
  const isNear = [low, high].some((end) => Math.abs(end - neutralOf(as)) < 0.005);
  const digits = isNear ? threeDecimals : threeDigits;
  const sign = bound ? BOUND_SIGNS[bound] : '';
  return {
    estimate: `${sign}${as === 'difference' ? signed(estimate, digits) : `${digits(estimate)}×`}`,
    interval: intervalInWords({ low, high }, digits),
  };
}

/** A finding in a table: "≈" if the interval includes no difference. */
export function cellOf(finding: Finding, row: FindingRow): string {
  const { estimate, interval } = figureOf(finding, row);
  const unit = finding.as === 'difference' ? ` ${finding.unit}` : '';
  return `${row.detectable ? '' : '≈ '}${estimate}${unit} (${interval})`;
}

/** With a capital and a full stop, unless it ends in an operation's "…". */
export const asSentence = (text: string) => `${capitalised(text)}${text.endsWith('…') ? '' : '.'}`;

export const capitalised = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
