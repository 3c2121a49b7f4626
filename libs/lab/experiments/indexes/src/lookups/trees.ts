import { indexNameOf } from '../people/fill';
import type { Server } from '../people/server';
import { indexesOf, type Indexed, tableOf } from '../people/ways';

/** The shape of a B-tree, as its pages tell it. */
export interface Tree {
  rows: number;
  /** Pages from the root to a leaf, both included. */
  depth: number;
  /** Entries of a leaf, on average. */
  fanOut: number;
}

/** Looks at the tree of a B-tree of names (pageinspect for its height, pgstattuple for its leaves). */
export async function treeOf(server: Server, rows: number): Promise<Tree> {
  const index = indexNameOf(tableOf('btree', rows));
  const [tree] = await server.rows<{ level: number; leaves: number }>(
    `SELECT (SELECT level FROM bt_metap('${index}'))::int AS level, leaf_pages::int AS leaves FROM pgstatindex('${index}')`,
  );
  return { rows, depth: tree!.level + 1, fanOut: rows / tree!.leaves };
}

export interface Size {
  indexed: Indexed;
  tableBytes: number;
  indexBytes: number;
}

/** What each index takes on disk, beside the table itself. */
export async function sizesOf(server: Server, rows: number): Promise<Size[]> {
  const sizes: Size[] = [];
  for (const indexed of Object.keys(indexesOf) as Indexed[]) {
    if (indexed === 'none') continue;
    const table = tableOf(indexed, rows);
    const [size] = await server.rows<Omit<Size, 'indexed'>>(
      `SELECT pg_table_size('${table}')::float8 AS "tableBytes", pg_indexes_size('${table}')::float8 AS "indexBytes"`,
    );
    sizes.push({ indexed, ...size! });
  }
  return sizes;
}
