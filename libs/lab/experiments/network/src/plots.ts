import { differenceOf } from '@jobly/lab/instrument';
import type { Observations } from '@jobly/lab/runner';
import { layouts } from './distance';
import { samplesIn } from './fit';
import type { Sample } from './sample';
import { meanOf } from './statistics';

type Plot = Required<Observations>['plots'][number];

/** The response time of each operation over the round-trip time. */
export const plotsOf = (samples: readonly Sample[], seed: number): Plot[] =>
  [...new Set(samples.map(({ operation }) => operation))].map((operation) => ({
    title: `${operation}, by the distance between processes`,
    note: 'One request at a time: the mean of the medians of all blocks at a distance, with the 95 % interval over launches, or over rounds if there is a single launch. The round-trip time is what the relays have measured, and what a client notices beyond that. Clients are near.',
    x: { name: 'the round-trip time', unit: 'ms' },
    y: { name: 'the response time', unit: 'ms' },
    lines: layouts.map((layout) => ({
      name: layout.stack,
      ...(layout.apart === 'services' && { dashed: true as const }),
      points: pointsOf(samplesIn(samples, operation, layout), seed),
    })),
    dashed: 'only services are apart, and databases are near',
  }));

const pointsOf = (samples: readonly Sample[], seed: number) =>
  [...Map.groupBy(samples, ({ delayMs }) => delayMs)]
    .toSorted(([one], [other]) => one - other)
    .map(([, ofOne]) => {
      const values = ofOne.map(({ responseMs, launch }) => ({ base: 0, other: responseMs, launch }));
      const { estimate, low, high } = differenceOf(values, { seed });
      return { x: meanOf(ofOne.map(({ roundTripMs }) => roundTripMs)), y: estimate, low, high };
    });
