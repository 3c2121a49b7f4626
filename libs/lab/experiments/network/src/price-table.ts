import type { Interval } from '@jobly/lab/instrument';
import { intervalInWords, roundedMs, signed, type Table } from '@jobly/lab/results';
import { halfDistance, type Price, priceOf } from './price';
import type { Count, Sample } from './sample';

/** The table's name and the key of its last row, by which the conclusion finds them. */
export const PRICE = 'price';
export const ALL = 'all';

/** The columns of the round-trip times at which half is distance. */
export const HALF_SERVICES = 5;
export const HALF_EVERYTHING = 7;

/** In place of a figure that there is none of. */
export const NONE = '–';

export function priceTable(samples: readonly Sample[], counts: readonly Count[], seed: number): Table {
  const operations = [...new Set(counts.map(({ operation }) => operation))];
  const rows = operations.map((operation) => [operation, ...cellsOf(priceOf([operation], samples, counts, seed))]);
  const all = priceOf(operations, samples, counts, seed);
  return {
    name: PRICE,
    title: 'What the microservices add, and the round-trip time at which half of it is distance',
    note: `Response times without any relays, one request at a time: medians of blocks, with the 95 % interval over launches, or over rounds if there is a single launch. Round trips are those in a row, counted. Half is distance where the round-trip time times the additional round trips is as long as what is added without any distance; ${NONE} where micro has no more round trips in a row than monolith, or where nothing that is certain is added. With databases apart, the monolith has round trips too. The last row has each operation once.`,
    head: [
      ...['operation', 'monolith', 'micro', 'micro adds'],
      ...[
        'additional round trips: services apart',
        'half is distance at',
        'databases apart, too',
        'half is distance at',
      ],
    ],
    rows: [...rows, [operations.length === 1 ? '1 operation' : `${operations.length} operations`, ...cellsOf(all)]],
    keys: [...operations, ALL],
  };
}

function cellsOf(price: Price): string[] {
  const { monolithMs, microMs, addedMs, addedRoundTrips } = price;
  return [
    ...[roundedMs(monolithMs.estimate), roundedMs(microMs.estimate)],
    `${signed(addedMs.estimate, roundedMs)} (${intervalInWords(addedMs)})`,
    ...[signed(addedRoundTrips.services, inFull), halfInWords(halfDistance(price, 'services'))],
    ...[signed(addedRoundTrips.everything, inFull), halfInWords(halfDistance(price, 'everything'))],
  ];
}

const halfInWords = (half: Interval | undefined) =>
  half ? `${roundedMs(half.estimate)} (${intervalInWords(half)})` : NONE;

/** A count, or half of one. */
const inFull = (value: number) => String(value).replace('-', '−');
