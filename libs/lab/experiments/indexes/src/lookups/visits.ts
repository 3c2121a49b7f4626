import type { Random } from '@jobly/lab/instrument';
import { nodesOf, pagesVisited, planIn, type PlanNode, rowsVisited } from '../people/plan-tree';
import type { Server } from '../people/server';
import { conditionOf, tableOf, type Way } from '../people/ways';
import { keyFor } from './time';

/** What one look-up visits. */
export interface Visit {
  /** How the table is read: "Index Scan", "Seq Scan". */
  node: string;
  /** Descents of an index; none without one. */
  searches: number;
  rows: number;
  pages: number;
}

/** Explains a look-up by the plan that is timed: prepared, for any key. */
export async function visitOf(server: Server, way: Way, rows: number, random: Random): Promise<Visit> {
  const someone = 1 + Math.floor(random() * rows);
  const [key] = await server.rows<{ sought: string; other: string }>(
    `SELECT ${keyFor(way.question, rows)} AS sought, first_of(i) AS other FROM (VALUES ($1::int)) AS one(i)`,
    [someone],
  );
  const condition = conditionOf[way.question].replace('sought', '$1').replace('other', '$2');
  const values = condition.includes('$2') ? [key!.sought, key!.other] : [key!.sought];
  const types = values.map(() => 'text').join();
  const literals = values.map((value) => `'${value}'`).join();
  await server.rows(`PREPARE visit (${types}) AS SELECT email FROM ${tableOf(way.indexed, rows)} WHERE ${condition}`);
  const [explained] = await server.rows<{ 'QUERY PLAN': unknown[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE visit (${literals})`,
  );
  await server.rows('DEALLOCATE visit');
  return visitIn(planIn(explained!['QUERY PLAN'][0]));
}

function visitIn(plan: PlanNode): Visit {
  const nodes = nodesOf(plan);
  const reading = nodes.find((node) => node['Relation Name'] !== undefined)!;
  return {
    node: reading['Node Type'],
    searches: nodes.reduce((sum, node) => sum + (node['Index Searches'] ?? 0), 0),
    rows: nodes.reduce((sum, node) => sum + rowsVisited(node), 0),
    pages: pagesVisited(plan),
  };
}
