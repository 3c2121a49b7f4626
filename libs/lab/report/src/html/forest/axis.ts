import { type Finding, neutralOf } from '@jobly/lab/results';
import { linearScale, logScale, type Scale } from '../scale';

/** Intervals may reach this many times further than the estimates do; longer ones end in an arrow. */
const REACH = 2.5;

/** Keeps the outermost marks off the edge. */
const MARGIN = 0.04;

/** An axis for findings of one kind, which includes all of their estimates and "no difference". */
export function forestAxis(findings: readonly Finding[]): Scale {
  const { as } = findings[0]!;
  const intervals = findings.flatMap(({ rows }) => rows.map(({ interval }) => interval));
  const position = as === 'ratio' ? Math.log : (value: number) => value;
  const reached = [neutralOf(as), ...intervals.map(({ estimate }) => estimate)].map(position);
  const [least, most] = [Math.min(...reached), Math.max(...reached)];
  const slack = as === 'ratio' ? Math.log(REACH) : (most - least) * (REACH - 1);
  const low = Math.max(least - slack, Math.min(least, ...intervals.map((interval) => position(interval.low))));
  const high = Math.min(most + slack, Math.max(most, ...intervals.map((interval) => position(interval.high))));
  const margin = (high - low || 1) * MARGIN;
  return as === 'ratio'
    ? logScale(Math.exp(low - margin), Math.exp(high + margin))
    : linearScale(low - margin, high + margin);
}
