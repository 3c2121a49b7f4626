import { count, milliseconds, type Table } from '@jobly/lab/results';
import { meanOf, totalRatio, withInterval } from './figures';
import { type Form, forms, titles } from './forms';
import type { Sample } from './launch';
import { breakEven, type Prices } from './prices';

/** The tables' names, by which the conclusion finds them. */
export const COLD = 'cold starts';
export const WARM = 'warm';

const times = (value: number) => `${value.toFixed(2)}×`;

/** One row for every form: what a cold start is made of. */
export function coldTable(samples: readonly Sample[], seed: number): Table {
  const cell = (form: Form, of: (sample: Sample) => number | undefined) =>
    samples.some((sample) => sample.form === form && of(sample) === undefined)
      ? '–'
      : withInterval(
          meanOf(samples, form, (sample) => of(sample)!, seed),
          milliseconds,
        );
  return {
    name: COLD,
    title: 'Cold starts',
    note: 'Spawn lasts until the function’s code begins to load; connect is a first request that asks the database for nothing but an answer; answer is then a first GET /jobs/:id. A server is spawned by its adapter, a process that AWS has in native code, and has loaded and connected when it is ready. Total is all of them; CPU is that of all processes until then. The files are in the system’s cache. At AWS, a machine and the transfer of the code come before. With the 95 % interval over launches.',
    head: ['form', 'spawn, ms', 'load, ms', 'connect, ms', 'answer, ms', 'total, ms', 'of node_modules’', 'CPU, ms'],
    keys: [...forms],
    rows: forms.map((form) => [
      titles[form],
      cell(form, ({ spawn }) => spawn),
      cell(form, ({ load }) => load),
      cell(form, ({ connect }) => connect),
      cell(form, ({ answer }) => answer),
      cell(form, ({ total }) => total),
      form === 'installed' ? '1' : withInterval(totalRatio(samples, form, 'installed', seed), times),
      cell(form, ({ cpu }) => cpu),
    ]),
  };
}

/** What an instance needs once it is warm, and from which rate a server costs less. */
export function warmTable(samples: readonly Sample[], prices: Prices, seed: number): Table {
  const seen = forms.filter((form) => form !== 'hello');
  return {
    name: WARM,
    title: 'Warm instances',
    note: `GET /jobs/:id to the same instance, one at a time, from its second on, while V8 still optimises: the mean over launches of the median, with the 95 % interval. Memory is what the processes of an instance have by themselves, and their part of what they share (PSS), while they wait. The last column is for the prices given: ${prices.requests} for a million requests, ${prices.gbSecond} for a GB-second, ${prices.memory} GB for an instance, ${prices.server} a month for a server; every request is billed for at least a millisecond.`,
    head: ['form', 'time, ms', 'CPU, ms', 'idle memory', 'a server is cheaper from'],
    keys: seen,
    rows: seen.map((form) => {
      const warm = meanOf(samples, form, (sample) => sample.warm, seed);
      const rate = {
        estimate: breakEven(prices, warm.estimate),
        low: breakEven(prices, warm.high),
        high: breakEven(prices, warm.low),
      };
      return [
        titles[form],
        withInterval(warm, milliseconds),
        withInterval(
          meanOf(samples, form, ({ warmCpu }) => warmCpu, seed),
          milliseconds,
        ),
        samples.some(({ memoryMiB }) => memoryMiB === undefined)
          ? '–'
          : withInterval(
              meanOf(samples, form, ({ memoryMiB }) => memoryMiB!, seed),
              (mib) => `${count(mib)} MiB`,
            ),
        withInterval(rate, (value) => `${value.toFixed(1)}/s`),
      ];
    }),
  };
}
