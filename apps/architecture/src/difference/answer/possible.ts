import { outagesOf, type System } from '@jobly/architecture';
import { blocks, count, counted, table } from '../markdown';
import { amountOf, sidesOf } from '../sides';

/** What only processes of their own can do. */
export function possibleSection(system: System): string {
  const { whole, split } = sidesOf(system);
  const amount = (name: string) => amountOf(name, split, system);
  const outages = [whole, split].flatMap((topology) =>
    outagesOf(topology).map(({ down, reachable }) => [`${topology.name}: ${down}`, count(reachable.length)]),
  );
  return blocks(
    '### Newly possible',
    `To deploy, to scale and to restart each of ${counted(amount('processes'), 'process', 'processes')} alone, and to put each of ${counted(amount('databases'), 'database')} on a machine of its own. And to fail alone: of ${counted(amount('public endpoints'), 'operation')} for clients, these still reach a running owner. Some of them then need a process that is down, and are answered 503, or 504 where a deletion cannot be told to it: [what each operation needs](sequences.md#in-figures).`,
    table(['while this process is down', 'operations'], outages),
  );
}
