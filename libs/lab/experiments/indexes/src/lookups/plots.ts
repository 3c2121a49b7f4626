import type { Observations } from '@jobly/lab/runner';
import { type Question, questions, ways } from '../people/ways';
import { timeOf } from './tables';
import type { Times } from './time';

type Plot = Required<Observations>['plots'][number];

/** Time over rows: a line for every index, a plot for every question. */
export const lookUpPlots = (times: Times, seed: number): Plot[] =>
  questions.map((question) => ({
    title: `A look-up by ${question}`,
    note: `Time in the server, with 95 % intervals over rounds. On these axes a power of the rows is a straight line: a scan rises by a step for each step to the right, and what an index needs hardly rises.`,
    x: { name: 'rows of the table', unit: 'rows', scale: 'log' },
    y: { name: 'time of a look-up', unit: 'µs', scale: 'log' },
    lines: linesOf(times, question, seed),
  }));

const linesOf = (times: Times, question: Question, seed: number): Plot['lines'] =>
  ways
    .filter((way) => way.question === question)
    .map((way) => ({
      name: way.name,
      points: [...times.values().next().value!.keys()].map((rows) => {
        const { estimate, low, high } = timeOf(times, way, rows, seed);
        // No look-up takes less than nothing, whatever an interval of few rounds says.
        return { x: rows, y: estimate, low: Math.max(low, estimate / 10), high };
      }),
    }));
