import { count, type Table } from '@jobly/lab/results';
import type { Findings } from '../finding';
import { keyOf, SUITE } from './names';

/** How the conformance suite ends after each feature; nothing if it was not run. */
export function suiteTables({ byTopology }: Findings): Table[] {
  const run = byTopology.flatMap(({ feature, topology, suite }) => (suite ? [{ feature, topology, suite }] : []));
  if (run.length === 0) return [];
  const failures = run.flatMap(({ feature, topology, suite }) =>
    suite.failures.map(({ test, message }) => [feature, topology, test, message.split('\n')[0] ?? '']),
  );
  return [
    {
      name: SUITE,
      title: 'The conformance suite after each feature',
      note: 'The suite as the feature has left it, its own tests included; skipped are tests of what a topology does not have.',
      head: ['feature', 'topology', 'passed', 'skipped', 'failed', 'seconds'],
      rows: run.map(({ feature, topology, suite: { passed, skipped, failures: failed, seconds } }) => [
        ...[feature, topology],
        ...[passed, skipped, failed.length].map(count),
        seconds.toFixed(1),
      ]),
      keys: run.map(({ feature, topology }) => keyOf(feature, topology)),
    },
    ...(failures.length === 0
      ? []
      : [
          {
            name: 'failed tests',
            title: 'The tests that fail',
            note: 'With the first line of what they say.',
            head: ['feature', 'topology', 'test', 'message'],
            rows: failures,
          },
        ]),
  ];
}
