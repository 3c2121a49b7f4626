import type { Observations } from '@jobly/lab/runner';
import type { StackName } from '../stack-name';
import { windowsOf } from './growth';
import type { Soaked } from './observe-soak';

type Plot = Required<Observations>['plots'][number];

/** The memory of each stack over time. */
export const soakPlot = (observed: readonly (readonly [StackName, Soaked])[]): Plot => ({
  title: 'Memory under a steady load',
  note: 'Resident sets of all processes but the database’s: the mean of each tenth of the time, from its lowest reading to its highest.',
  x: { name: 'time', unit: 'min' },
  y: { name: 'memory', unit: 'MiB' },
  lines: observed.map(([stack, { readings }]) => ({
    name: stack,
    points: windowsOf(readings).map(({ minutes, mean, least, most }) => ({
      x: minutes,
      y: mean,
      low: least,
      high: most,
    })),
  })),
});
