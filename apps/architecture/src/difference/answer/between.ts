import type { System } from '@jobly/architecture';
import { blocks, table } from '../markdown';
import { amountsOf, sidesOf } from '../sides';

/** What several processes need and one does not, in the order in which a developer meets it. */
const MEASURES: readonly (readonly [name: string, what: string])[] = [
  ['network ports', 'ports between modules that are network calls'],
  ['fallible calls', 'kinds of call from process to process'],
  ['failures', 'kinds of failure between processes'],
  ['boundary fields', 'fields in the messages between processes'],
  ['variables', 'environment variables'],
  ['secret variables', 'of them secret'],
  ['code lines', 'lines of code that the other does not need'],
  ['deployment lines', 'lines of schemas, migrations and compose file'],
];

/** What the services have more of, between them. */
export function betweenSection(system: System): string {
  const { whole, split } = sidesOf(system);
  return blocks(
    '### Harder, between services',
    table(
      ['', whole.name, split.name],
      MEASURES.map(([name, what]) => [what, ...amountsOf(name, system)]),
    ),
  );
}
