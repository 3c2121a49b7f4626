import { nodesOf, rowsVisited } from '../people/plan-tree';
import { executedIn } from './log';
import { readOf } from './scans';
import { isUsed } from './without';

/** An entry as auto_explain writes it. */
const entry = (database: string, ms: number, text: string, plan: object) =>
  `${database} LOG:  duration: ${ms} ms  plan:\n` +
  `${JSON.stringify({ 'Query Text': text, Plan: plan }, null, 2).replaceAll(/^/gm, '\t')}\n`;

const scan = {
  'Node Type': 'Limit',
  'Actual Rows': 1,
  Plans: [
    {
      'Node Type': 'Seq Scan',
      'Relation Name': 'jobs',
      'Actual Rows': 1,
      'Actual Loops': 1,
      'Rows Removed by Filter': 9_999,
    },
  ],
};
const byKey = {
  'Node Type': 'Index Scan',
  'Relation Name': 'jobs',
  'Index Name': 'jobs_pkey',
  'Actual Rows': 1,
  'Actual Loops': 1,
};

describe('the statements in a log', () => {
  it('are those on tables that grow, with their plans, among whatever else a server writes', () => {
    const log =
      `jobly ERROR:  duplicate key value violates unique constraint\njobly DETAIL:  Key (name) exists.\n` +
      entry('jobly', 1.5, 'SELECT\n1 FROM jobs', scan) +
      entry('jobly_jobs', 0.1, 'SELECT 1 FROM outbox_events', {
        'Node Type': 'Seq Scan',
        'Relation Name': 'outbox_events',
      }) +
      entry('jobly', 0.2, 'SELECT 1 FROM ONLY "public"."jobs" x WHERE "id" = $1 FOR KEY SHARE OF x', byKey);
    const executed = executedIn(log);
    expect(executed.map(({ database, ms, isNested }) => ({ database, ms, isNested }))).toEqual([
      { database: 'jobly', ms: 1.5, isNested: false },
      { database: 'jobly', ms: 0.2, isNested: true },
    ]);
    expect(nodesOf(executed[0]!.plan).map(rowsVisited)).toEqual([0, 10_000]);
  });

  it('are complete ones: the last may still be written', () => {
    const complete = entry('jobly', 1.5, 'SELECT 1', scan);
    const lines = entry('jobly', 0.3, 'SELECT 2', byKey).split(/(?<=\n)/);
    for (const [written] of lines.entries()) {
      const log = complete + lines.slice(0, written).join('');
      expect(executedIn(log).map(({ text }) => text)).toEqual(['SELECT 1']);
    }
  });

  it('tell which indexes they use, for finding rows or for noticing that a row is there', () => {
    const upsert = {
      'Node Type': 'ModifyTable',
      'Relation Name': 'jobs',
      'Conflict Arbiter Indexes': ['jobs_key'],
      Plans: [byKey],
    };
    const executed = executedIn(entry('jobly', 1, 'INSERT', upsert));
    const used = (name: string, database = 'jobly') => isUsed({ name, database }, executed);
    expect([used('jobs_pkey'), used('jobs_key'), used('jobs_title_idx'), used('jobs_pkey', 'jobly_jobs')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('an index is missing', () => {
  const found = (plan: object) =>
    readOf('monolith', 'GET /jobs', [executedIn(entry('jobly', 1, 'SELECT', plan))], () => 10_000);

  it('where much of a table is read for little of it', () => {
    expect(found(scan)).toMatchObject({ node: 'Seq Scan on jobs', rows: 10_000, returned: 1, isScan: true });
    const walked = { ...byKey, 'Rows Removed by Filter': 5_000 };
    expect(found(walked)).toMatchObject({ node: 'Index Scan on jobs', isScan: true });
  });

  it('neither where a few rows are looked at, nor where what is read is returned', () => {
    expect(found(byKey).isScan).toBe(false);
    expect(found({ ...scan.Plans[0], 'Actual Rows': 5_000, 'Rows Removed by Filter': 0 }).isScan).toBe(false);
  });
});
