import type { Observations } from '@jobly/lab/runner';
import { meanOf } from './figures';
import type { Sample } from './launch';
import { functionsCost, type Prices, serversCost } from './prices';

type Plot = Required<Observations>['plots'][number];

/** Requests a second, all month. */
const RATES = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000];

/** A month as functions and on servers, by the rate. */
export function costPlot(samples: readonly Sample[], prices: Prices, seed: number): Plot {
  const warm = meanOf(samples, 'deployed', (sample) => sample.warm, seed);
  const cpu = meanOf(samples, 'deployed', (sample) => sample.warmCpu, seed);
  return {
    title: 'What a month costs, by the rate',
    note: `A steady rate of GET /jobs/:id, at the prices that were given (--help names the options; the defaults are examples). Functions are billed by the time of the deployed form, in whole milliseconds; there are as many servers of one CPU as keep each at most half busy with the same CPU time. The database costs the same in both, and cold starts are left out: at a steady rate they are rare. Bars are what the 95 % intervals of the times make of it.`,
    x: { name: 'requests', unit: '/s', scale: 'log' },
    y: { name: 'a month', unit: '', scale: 'log' },
    lines: [
      {
        name: 'functions',
        points: RATES.map((rate) => ({
          x: rate,
          y: functionsCost(prices, rate, warm.estimate),
          low: functionsCost(prices, rate, warm.low),
          high: functionsCost(prices, rate, warm.high),
        })),
      },
      {
        name: 'servers',
        points: RATES.map((rate) => ({
          x: rate,
          y: serversCost(prices, rate, cpu.estimate),
          low: serversCost(prices, rate, cpu.low),
          high: serversCost(prices, rate, cpu.high),
        })),
      },
    ],
  };
}
