import { count, type Table } from '@jobly/lab/results';
import { expectedFetches, hitRatio } from './model';
import type { OriginLoad } from './origin-load';
import { RATE_OF_EACH, THINGS } from './steady-demand';

/** The load that nginx kept from the stacks, beside the expected one. */
export function originLoadTable(loads: readonly OriginLoad[], seconds: number): Table {
  return {
    title: 'How much a cache keeps from the stack',
    note: `${THINGS} jobs, each asked for once a second on average (Poisson) for ${seconds} s, with a cache that is empty at first. Fetched: by nginx's log, and the stacks have counted as many in all. Predicted for a cache that knows whole seconds only, as nginx does, and fetches in no time; in the long run, for one that is exact: λT ÷ (1 + λT).`,
    head: ['arm', 'asked', 'fetched from the stack', 'not fetched', 'predicted', 'in the long run'],
    rows: loads.map((load) => {
      const { front, asked, fetched } = load;
      return [front.name, count(asked), count(fetched), percent(1 - fetched / asked), ...predictions(load, seconds)];
    }),
  };
}

function predictions({ front: { ttl }, asked }: OriginLoad, seconds: number): [string, string] {
  if (ttl.seconds === 0) return ['–', '–'];
  const fetches = THINGS * expectedFetches({ rate: RATE_OF_EACH, ttl: ttl.seconds, seconds });
  return [percent(1 - fetches / asked), percent(hitRatio(RATE_OF_EACH, ttl.seconds))];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
