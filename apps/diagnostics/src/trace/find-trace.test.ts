import type { StoredSpan } from '@jobly/trace-store';
import { findTrace } from './find-trace';
import { aDirectory, aSpan } from './stored-spans.fixture';

const removals: (() => void)[] = [];
afterEach(() => removals.splice(0).forEach((remove) => remove()));

function stored(files: Record<string, string>): string {
  const { directory, remove } = aDirectory(files);
  removals.push(remove);
  return directory;
}

const lines = (...spans: StoredSpan[]) => spans.map((span) => `${JSON.stringify(span)}\n`).join('');

const first = aSpan();
const statement = aSpan({ spanId: 's2', parentSpanId: 's1', name: 'job-by-id', beginUs: 1_000_100, attributes: {} });
const later = aSpan({ traceId: 't2', beginUs: 2_000_000 });
const other = aSpan({
  traceId: 't3',
  beginUs: 3_000_000,
  attributes: { 'jobly.request_id': '.*', 'http.request.method': 'DELETE', 'url.path': '/jobs/2' },
});

const idsOf = (spans: StoredSpan[] | undefined) => spans?.map(({ traceId, spanId }) => `${traceId} ${spanId}`);

describe('a trace is found', () => {
  it.each<[string, string[], string[]]>([
    ['by the id of a request, the last one of several', ['r1'], ['t2 s1']],
    ['by its own id, with all spans in order of time', ['t1'], ['t1 s1', 't1 s2']],
    ['by method and path', ['get', '/jobs/1'], ['t2 s1']],
    ['as the last one of all', [], ['t3 s1']],
    ['by an id that looks like an expression, as plain text', ['.*'], ['t3 s1']],
  ])('%s', async (_what, wanted, ids) => {
    const directory = stored({ 'traces.jsonl': lines(statement, first, later, other) });
    expect(idsOf(await findTrace(directory, wanted))).toEqual(ids);
  });

  it('where its spans are in the file before and in a file with a half-written last line', async () => {
    const half = lines(other).slice(0, 40);
    const directory = stored({
      'traces.jsonl.1': lines(first),
      'traces.jsonl': `nonsense\n${lines(statement)}${half}`,
    });
    expect(idsOf(await findTrace(directory, []))).toEqual(['t1 s1', 't1 s2']);
  });

  it('where a name has the line separators of Unicode, which JSON has within strings', async () => {
    const directory = stored({ 'traces.jsonl': lines(aSpan({ name: 'a\u2028b\u2029c' })) });
    expect(await findTrace(directory, [])).toMatchObject([{ name: 'a\u2028b\u2029c' }]);
  });

  it.each([[['r']], [['r12']], [['POST', '/jobs/1']], [['GET', '/jobs/.']]])('not by %j', async (wanted) => {
    expect(await findTrace(stored({ 'traces.jsonl': lines(first, later) }), wanted)).toBeUndefined();
  });

  it('nowhere in a directory without spans', async () => {
    expect(await findTrace(stored({}), [])).toBeUndefined();
  });
});
