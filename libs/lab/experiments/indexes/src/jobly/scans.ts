import { nodesOf, rowsVisited } from '../people/plan-tree';
import { bigTables, type StackName } from './databases';
import type { Executed } from './log';

/** The most that one node of an operation's plans looks at. */
export interface Read {
  stack: StackName;
  operation: string;
  /** "Seq Scan on jobs" */
  node: string;
  rows: number;
  /** Rows that the node returns. */
  returned: number;
  ms: number;
  /** Reads so much of a table, to return so little, that an index is missing. */
  isScan: boolean;
}

/** A share of the table that no look-up should visit, and a multiple of the page of rows that it is for. */
const SHARE = 0.05;
const OFTEN = 50;

/** The node that visits the most rows in the statements of a few requests. */
export function readOf(
  stack: StackName,
  operation: string,
  requests: readonly (readonly Executed[])[],
  rowsIn: (table: string) => number,
): Read {
  const nodes = requests.flat().flatMap(({ plan, ms }) =>
    nodesOf(plan)
      .filter((node) => bigTables.has(node['Relation Name'] ?? ''))
      .map((node) => {
        const table = node['Relation Name']!;
        const [rows, returned] = [rowsVisited(node), (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1)];
        const isScan = rows > SHARE * rowsIn(table) && rows > OFTEN * (returned + 1);
        return { stack, operation, node: `${node['Node Type']} on ${table}`, rows, returned, ms, isScan };
      }),
  );
  const none = { stack, operation, node: '–', rows: 0, returned: 0, ms: 0, isScan: false };
  return nodes.reduce((most, node) => (node.rows > most.rows ? node : most), none);
}
