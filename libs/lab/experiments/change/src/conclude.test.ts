import { check, conclude } from './conclude';
import type { Finding, Findings } from './finding';
import { tablesOf } from './tables';
import type { Item } from './touched/item';

const item = (what: string): Item => ({ what, place: `${what}:1`, added: 3, removed: 1 });

const touched = {
  files: [item('libs/jobs/src/jobs.ts')],
  lines: [item('libs/jobs/src/jobs.ts')],
  projects: [item('libs/jobs')],
  databases: [],
  migrations: [],
  testFiles: [],
  testLines: [],
};

const orders = { precedences: [], areExactly: true };
const anyOrder = { steps: [{ name: 'a' }, { name: 'b' }], states: [], intended: [] };

function finding(feature: string, topology: string, more: Partial<Finding> = {}): Finding {
  const order = { ...anyOrder, orders: { ...orders, sound: 2, possible: 2, example: ['a', 'b'] } };
  const suite = { seconds: 9, passed: 300, skipped: 1, failures: [] };
  return { feature, topology, touched, deployables: [item('jobs')], suite, order, ...more };
}

const broken = {
  request: 'GET /jobs/1',
  at: 'status',
  before: '200',
  here: '503',
};

function findings(more: Partial<Finding> = {}): Findings {
  const features = ['tags', 'reviews'].map((feature) => ({
    feature,
    title: 'A feature',
    docs: [item('a.md')],
    tools: [],
  }));
  const byTopology = features.flatMap(({ feature }) => [finding(feature, 'monolith'), finding(feature, 'micro', more)]);
  return { features, byTopology };
}

const noOrder = {
  ...anyOrder,
  orders: { ...orders, sound: 0, possible: 2, example: [] },
  states: [
    { done: new Set(['a']), broken },
    { done: new Set(['b']), broken },
  ],
};

describe('the conclusion', () => {
  it('adds up what the features touch, and says that the suite passes and how they can be deployed', () => {
    expect(conclude({ tables: tablesOf(findings()) }).verdict).toBe(
      '2 features touch, added up, in monolith 2 files (+6 −2 lines), 2 projects, 2 deployables, 0 databases and 0 migrations; in micro 2 files (+6 −2 lines), 2 projects, 2 deployables, 0 databases and 0 migrations. The conformance suite passes with them, in every topology. Orders of deployment that break nothing on the way: in monolith all for 2; in micro all for 2.',
    );
  });

  it('names the features after which the suite fails, and counts those that cannot be deployed', () => {
    const suite = { seconds: 9, passed: 299, skipped: 0, failures: [{ test: 'a job', message: 'expected\n1' }] };
    const tables = tablesOf(findings({ suite, order: noOrder }));
    const { verdict } = conclude({ tables });
    expect(verdict).toContain('The conformance suite fails after tags in micro and reviews in micro.');
    expect(verdict).toContain('in micro none for 2.');
    expect(check({ tables })).toHaveLength(1);
    expect(check({ tables: tablesOf(findings()) })).toEqual([]);
    expect(tables.find(({ name }) => name === 'failed tests')?.rows[0]).toEqual(['tags', 'micro', 'a job', 'expected']);
  });

  it('speaks of a single feature by its name', () => {
    const { features, byTopology } = findings();
    const one = { features: features.slice(0, 1), byTopology: byTopology.slice(0, 2) };
    const { verdict } = conclude({ tables: tablesOf(one) });
    expect(verdict).toMatch(
      /^tags touches in monolith 1 file \(\+3 −1 lines\), 1 project, 1 deployable, 0 databases and 0 migrations; in micro /,
    );
    expect(verdict).toMatch(/ The order of deployment: in monolith any order; in micro any order\.$/);
  });

  it('says nothing of what was not done', () => {
    const { features, byTopology } = findings();
    const counted = byTopology.map(({ suite: _suite, order: _order, ...one }) => one);
    const { verdict } = conclude({ tables: tablesOf({ features, byTopology: counted }) });
    expect(verdict).not.toMatch(/suite|deployed/);
    expect(conclude({ tables: [] }).verdict).toBe('Nothing was counted.');
  });
});

describe('the tables', () => {
  const rowsOf = (name: string, of = findings()) => tablesOf(of).find((table) => table.name === name)?.rows;

  it('lead from every number to a list with file and line', () => {
    expect(rowsOf('list of lines')?.[0]).toEqual([
      'tags',
      'monolith',
      'libs/jobs/src/jobs.ts',
      'libs/jobs/src/jobs.ts:1',
      '+3 −1',
    ]);
    expect(rowsOf('list of docs')?.[0]).toEqual(['tags', 'every', 'a.md', 'a.md:1', '+3 −1']);
    expect(rowsOf('list of deployables')).toHaveLength(4);
  });

  it('show the state that breaks, with the request and both answers', () => {
    const of = findings({ order: noOrder });
    expect(rowsOf('order', of)?.[1]).toEqual(['tags', 'micro', '2', '2', '0', '0 of 2', 'none']);
    expect(rowsOf('broken', of)?.[0]).toEqual(['tags', 'micro', 'GET /jobs/1', 'status', '200', '503', '2', 'a']);
    expect(rowsOf('broken')).toBeUndefined();
  });
});
