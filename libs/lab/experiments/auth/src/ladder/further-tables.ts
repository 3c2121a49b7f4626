import type { Figures, Table } from '@jobly/lab/results';
import { microsecondsOf, msOf } from './figures';
import { type Price, pricesIn } from './prices';
import { changeMissingJob } from './probe';

/** What a cache of answers leaves of the price, by how often it has the answer. Undefined where that was not measured. */
export const hitsTable = (figures: Figures): Table | undefined =>
  tableOf(
    {
      name: 'hits',
      title: 'What a cache of introspections leaves of their price',
      note: `${changeMissingJob.operation}; the rest of the requests have tokens that the service has not seen for half a minute.`,
    },
    pricesIn(figures, changeMissingJob.name).filter(
      ({ rung: { mode, way } }) => mode.authMode === 'introspect-cached' && way === 'usual',
    ),
  );

/** What common mistakes add to the mode that they spoil. Undefined where that was not measured. */
export const mistakesTable = (figures: Figures): Table | undefined =>
  tableOf(
    {
      name: 'mistakes',
      title: 'What two common mistakes add',
      note: `${changeMissingJob.operation}; against the mode that each of them spoils, in the same processes.`,
    },
    pricesIn(figures, changeMissingJob.name).filter(({ rung }) => rung.mistake),
  );

function tableOf(about: Pick<Table, 'name' | 'title' | 'note'>, prices: readonly Price[]): Table | undefined {
  if (prices.length === 0) return undefined;
  return {
    ...about,
    head: ['', 'added time', 'added CPU'],
    rows: prices.map(({ rung, time, cpu }) => [rung.name, msOf(time), microsecondsOf(cpu)]),
    keys: prices.map(({ rung }) => rung.name),
  };
}
