import { asAdministrator } from '@jobly/lab/system-under-test';
import { nodesOf, planIn, type PlanNode } from '../people/plan-tree';
import type { Server } from '../people/server';
import { bigTables, databaseNames } from './databases';

/** A statement as PostgreSQL has executed it for one of the stacks. */
export interface Executed {
  database: string;
  text: string;
  /** Without planning. */
  ms: number;
  plan: PlanNode;
  /** By which a foreign key is checked, or deletes what refers to a row: its time is in that of its statement. */
  isNested: boolean;
}

/** Beside the data directory; libs/database has the server write it there. */
const LOG = '../postgres.log';

/** Has every statement explain itself in the server's log, as it is executed (auto_explain). */
export async function startExplaining(postgres: { url: string }): Promise<void> {
  const settings = [
    `session_preload_libraries = 'auto_explain'`,
    'auto_explain.log_min_duration = 0',
    'auto_explain.log_analyze = on',
    'auto_explain.log_buffers = on',
    'auto_explain.log_timing = off',
    'auto_explain.log_nested_statements = on',
    `auto_explain.log_format = 'json'`,
  ];
  await asAdministrator(postgres, [
    `ALTER SYSTEM SET log_line_prefix = '%d '`,
    'SELECT pg_reload_conf()',
    ...databaseNames.flatMap((database) => settings.map((setting) => `ALTER DATABASE ${database} SET ${setting}`)),
    // Pools replace their connections by ones for which all this holds.
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = ANY ('{${databaseNames.join()}}') AND pid <> pg_backend_pid()`,
  ]);
}

/** Where the log ends. */
export async function endOfLog(server: Server): Promise<number> {
  const [log] = await server.rows<{ size: string }>(`SELECT size FROM pg_stat_file('${LOG}')`);
  return Number(log!.size);
}

/** The statements since then that read or write tables that grow. */
export async function executedSince(server: Server, from: number): Promise<Executed[]> {
  const [log] = await server.rows<{ bytes: Buffer }>(`SELECT pg_read_binary_file('${LOG}', $1, 1 << 28) AS bytes`, [
    from,
  ]);
  return executedIn(log!.bytes.toString());
}

/** With the end of its plan: what is still being written is of no statement that has been answered. */
const ENTRY = /^(\S+) LOG: {2}duration: ([\d.]+) ms {2}plan:\n((?:\t.*\n)*?\t\}\n)/gm;

/** @param log as auto_explain writes it, each line of a plan after a tab */
export function executedIn(log: string): Executed[] {
  return [...log.matchAll(ENTRY)]
    .map(([, database, ms, json]) => {
      const output = JSON.parse(json!) as { 'Query Text': string };
      const text = output['Query Text'];
      return { database: database!, text, ms: Number(ms), plan: planIn(output), isNested: text.includes(' ONLY "') };
    })
    .filter(({ plan }) => nodesOf(plan).some((node) => bigTables.has(node['Relation Name'] ?? '')));
}
