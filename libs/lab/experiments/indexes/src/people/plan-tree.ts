import { z } from 'zod';

/** A node of a plan, as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) prints it; other fields are left out. */
export interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Index Name'?: string | undefined;
  'Conflict Arbiter Indexes'?: string[] | undefined;
  'Actual Rows'?: number | undefined;
  'Actual Loops'?: number | undefined;
  'Rows Removed by Filter'?: number | undefined;
  'Rows Removed by Index Recheck'?: number | undefined;
  'Index Searches'?: number | undefined;
  'Shared Hit Blocks'?: number | undefined;
  'Shared Read Blocks'?: number | undefined;
  Plans?: PlanNode[] | undefined;
}

const figure = z.number().optional();

const planNode: z.ZodType<PlanNode> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Conflict Arbiter Indexes': z.array(z.string()).optional(),
  'Actual Rows': figure,
  'Actual Loops': figure,
  'Rows Removed by Filter': figure,
  'Rows Removed by Index Recheck': figure,
  'Index Searches': figure,
  'Shared Hit Blocks': figure,
  'Shared Read Blocks': figure,
  get Plans() {
    return z.array(planNode).optional();
  },
});

/** The root of a plan in the output of EXPLAIN. */
export const planIn = (output: unknown): PlanNode => z.object({ Plan: planNode }).parse(output).Plan;

/** The node and all below it. */
export const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** Rows of a table that a node looks at, those that it rejects included; 0 for a node that reads no table. */
export function rowsVisited(node: PlanNode): number {
  if (node['Relation Name'] === undefined || node['Node Type'] === 'ModifyTable') return 0;
  const each =
    (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round(each * (node['Actual Loops'] ?? 1));
}

/** Pages that a node and those below it look at, in memory or not. */
export const pagesVisited = (node: PlanNode): number =>
  (node['Shared Hit Blocks'] ?? 0) + (node['Shared Read Blocks'] ?? 0);
