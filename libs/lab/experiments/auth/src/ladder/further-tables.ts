import type { Figures, Table } from '@jobly/lab/results';
import { microsecondsOf, msOf } from './figures';
import { pricesIn } from './prices';
import { changeMissingJob } from './probe';

/**
 * What a cache of answers leaves of the price, by how often it has the answer. Of time there is no median to show: it
 * would be that of a hit, or of a miss. Undefined where that was not measured.
 */
export function hitsTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures, changeMissingJob.name).filter(
    ({ rung: { mode, way } }) => mode.authMode === 'introspect-cached' && way === 'usual',
  );
  if (prices.length === 0) return undefined;
  return {
    name: 'hits',
    title: 'What a cache of introspections leaves of their price',
    note: `${changeMissingJob.operation}; the rest of the requests have tokens that the service has not seen for a minute. Between 0 and 100 %, reading those is in the price.`,
    head: ['the cache has the answer', 'added CPU'],
    rows: prices.map(({ rung, cpu }) => [`in ${Math.round(100 * (1 - rung.newTokens))} %`, microsecondsOf(cpu)]),
    keys: prices.map(({ rung }) => rung.name),
  };
}

/** What common mistakes add to the mode that they spoil. Undefined where that was not measured. */
export function mistakesTable(figures: Figures): Table | undefined {
  const prices = pricesIn(figures, changeMissingJob.name).filter(({ rung }) => rung.mistake);
  if (prices.length === 0) return undefined;
  return {
    name: 'mistakes',
    title: 'What two common mistakes add',
    note: `${changeMissingJob.operation}; against the mode that each of them spoils, in the same processes.`,
    head: ['', 'added time', 'added CPU'],
    rows: prices.map(({ rung, time, cpu }) => [rung.name, msOf(time), microsecondsOf(cpu)]),
    keys: prices.map(({ rung }) => rung.name),
  };
}
