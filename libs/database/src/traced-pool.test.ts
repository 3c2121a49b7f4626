import { type ActiveSpan, type SpanAttributes, createTracing } from '@jobly/tracing';
import { temporaryCluster } from './cluster/cluster.fixture';
import { type Database, openDatabase } from './database';

let cluster: Awaited<ReturnType<typeof temporaryCluster>>;
let database: Database;

beforeAll(async () => {
  cluster = await temporaryCluster('jobly');
});
beforeEach(() => {
  database = openDatabase({ url: cluster.urlOf('jobly'), max: 1, name: 'traced', traced: true });
});
afterEach(() => database.close());
afterAll(() => cluster.remove());

interface Kept {
  name: string;
  attributes: SpanAttributes;
  failure?: string;
  ended?: true;
}

/** Does the work within a span, and returns those below it. */
async function spansOf(work: () => Promise<unknown>): Promise<Kept[]> {
  const below: Kept[] = [];
  const tracing = createTracing('test', 'http://127.0.0.1:9')!;
  await tracing.start();
  const real = tracing.begin('SERVER', 'request', {}, {})!;
  real.child = (_kind, name, attributes) => {
    const kept: Kept = { name, attributes };
    below.push(kept);
    const span: Partial<ActiveSpan> = {
      fail: (error) => void (kept.failure = (error as Error).message),
      end: () => void (kept.ended = true),
    };
    return span as ActiveSpan;
  };
  await real.run(work);
  return below;
}

const one = { name: 'one', text: 'SELECT $1::text AS one', values: ['secret'] };

describe('a statement within a span', () => {
  it('has one of its own, with its name and its text, and without its values', async () => {
    const spans = await spansOf(() => database.sql(one));
    expect(spans).toEqual([
      { name: 'one', attributes: { 'db.system.name': 'postgresql', 'db.query.text': one.text }, ended: true },
    ]);
  });

  it('has one where Prisma sends it', async () => {
    const prisma = await database.adapter.connect();
    const spans = await spansOf(() => prisma.queryRaw({ sql: 'SELECT 1', args: [], argTypes: [] }));
    expect(spans).toMatchObject([{ name: 'SELECT', ended: true }]);
  });

  it('has one in a transaction, and so has the wait for a connection', async () => {
    const spans = await spansOf(() => database.transaction((sql) => sql(one)));
    expect(spans.map(({ name }) => name)).toEqual(['wait for a connection', 'BEGIN', 'one', 'COMMIT']);
    expect(spans.every(({ ended }) => ended)).toBe(true);
  });

  it('has one that has failed where it fails', async () => {
    const wrong = { name: 'wrong', text: 'SELECT nonsense', values: [] };
    const spans = await spansOf(() => database.sql(wrong).catch(() => {}));
    expect(spans).toMatchObject([{ failure: 'column "nonsense" does not exist', ended: true }]);
  });
});

test('a statement outside of a span has none', async () => {
  expect(await database.sql(one)).toEqual([{ one: 'secret' }]);
});
