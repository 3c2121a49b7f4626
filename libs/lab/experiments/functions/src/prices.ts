import { Failure } from '@jobly/lab/instrument';

/** What a function and a server cost, in any currency. The reader has to say; the defaults are only examples. */
export interface Prices {
  /** Of a million requests. */
  requests: number;
  /** Of a GB of memory for a second. */
  gbSecond: number;
  /** The memory that an instance is given (GB). */
  memory: number;
  /** Of a server with one CPU, for a month. */
  server: number;
}

const EXAMPLES: Prices = { requests: 0.2, gbSecond: 0.000_016_666_7, memory: 0.5, server: 30 };

const FLAGS = {
  requests: 'price-requests',
  gbSecond: 'price-gb-second',
  memory: 'memory-gb',
  server: 'price-server',
} as const satisfies Record<keyof Prices, string>;

export const priceFlags: Readonly<Record<string, string>> = {
  [`${FLAGS.requests} <price>`]: `of a million requests to a function (for example ${EXAMPLES.requests})`,
  [`${FLAGS.gbSecond} <price>`]: `of a GB of a function's memory for a second (for example ${EXAMPLES.gbSecond})`,
  [`${FLAGS.memory} <GB>`]: `what each instance of a function is given (for example ${EXAMPLES.memory})`,
  [`${FLAGS.server} <price>`]: `of a server with one CPU for a month (for example ${EXAMPLES.server})`,
};

/**
 * The prices that the command line names, and the examples for the others.
 * @throws Failure for what is no price
 */
export function pricesIn(flags: readonly string[]): Prices {
  const prices = { ...EXAMPLES };
  for (const [name, flag] of Object.entries(FLAGS) as [keyof Prices, string][]) {
    const given = flags.find((one) => one.startsWith(`${flag} `))?.slice(flag.length + 1);
    if (given === undefined) continue;
    const price = Number(given);
    if (!(price > 0) || !Number.isFinite(price))
      throw new Failure(`--${flag} must be a number above 0, not "${given}".`);
    prices[name] = price;
  }
  return prices;
}

const SECONDS_A_MONTH = 30 * 86_400;

/** What a month of so many requests a second costs in functions, each of which takes so long (ms). */
export const functionsCost = ({ requests, gbSecond, memory }: Prices, rate: number, ms: number): number =>
  rate * SECONDS_A_MONTH * (requests / 1_000_000 + gbSecond * memory * (Math.max(1, Math.ceil(ms)) / 1_000));

/**
 * What a month costs on servers of one CPU, of which a request takes so much (ms); they are as many as the rate needs when
 * each is at most half busy.
 */
export const serversCost = ({ server }: Prices, rate: number, cpuMs: number): number =>
  server * Math.max(1, Math.ceil((rate * cpuMs) / 1_000 / HALF));

const HALF = 0.5;

/** The rate from which one server costs less than functions (requests/s). */
export const breakEven = (prices: Prices, ms: number): number => prices.server / functionsCost(prices, 1, ms);
