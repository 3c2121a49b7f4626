import { count, percentage, roundedMs, type Table, threeDigits, TIMES_AT } from '@jobly/lab/results';
import type { Launch } from '../launch';

/** The table's name, by which the check of the run finds it. */
export const CONDITIONS = 'conditions';

export const CONDITIONS_HEADS = { failed: 'failed', late: 'generator late, p99', others: 'others’ CPU' };

/** Everything that was measured, load by load. */
export const conditionsTable = (launches: readonly Launch[]): Table => ({
  name: CONDITIONS,
  title: 'Everything measured, load by load',
  note: 'In every launch first the loads from which its coefficients come, then those that were predicted; in the run their order was random.',
  head: [
    'stack',
    'launch',
    'reads',
    'requests/s',
    'p50',
    'CPUs',
    'requests',
    CONDITIONS_HEADS.failed,
    CONDITIONS_HEADS.late,
    'generator busy',
    CONDITIONS_HEADS.others,
  ],
  rows: launches.flatMap(({ stack, launch, calibrations, checks }) =>
    [...calibrations, ...checks].map((one) => [
      stack,
      String(launch),
      percentage(one.reads),
      count(one.rate),
      roundedMs(one.times[TIMES_AT.indexOf(51)]!),
      threeDigits(Object.values(one.cpu).reduce((sum, ms) => sum + ms, 0) / 1_000),
      count(one.requests),
      { value: one.failed, unit: '' },
      { value: one.scheduleError, unit: 'ms' },
      percentage(one.generatorBusy),
      one.others === null ? '–' : { value: 100 * one.others, unit: '%' },
    ]),
  ),
  folded: true,
});
