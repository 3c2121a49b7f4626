import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collector, startCollector } from './collector';
import { spanFileIn } from './span-file';
import { parseSpan } from './stored-span';

let directory: string;
let collector: Collector;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'collector-'));
  collector = await startCollector(directory);
});
afterEach(async () => {
  await collector.close();
  rmSync(directory, { recursive: true, force: true });
});

const file = () => join(directory, 'traces.jsonl');
const post = async (body: string, path = '/v1/traces') =>
  (await fetch(`${collector.url}${path}`, { method: 'POST', body })).status;

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const PARENT = '00f067aa0ba902b7';

/** A batch with one span, as OpenTelemetry's exporter writes it. */
const batch = (given: object = {}) =>
  JSON.stringify({
    resourceSpans: [
      {
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'jobs' } }] },
        scopeSpans: [
          {
            spans: [
              {
                traceId: TRACE,
                spanId: SPAN,
                name: 'GET',
                startTimeUnixNano: '1733000000123456000',
                endTimeUnixNano: '1733000000124456000',
                attributes: [{ key: 'http.response.status_code', value: { intValue: 200 } }],
                ...given,
              },
            ],
          },
        ],
      },
    ],
  });

const span = {
  traceId: TRACE,
  spanId: SPAN,
  process: 'jobs',
  name: 'GET',
  beginUs: 1733000000123456,
  durationUs: 1_000,
  attributes: { 'http.response.status_code': 200 },
};

it('keeps a span as a line that only its owner can read', async () => {
  expect(await post(batch())).toBe(200);
  expect(parseSpan(readFileSync(file(), 'utf8'))).toEqual(span);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it('keeps the parent and the failure of a span that has them', async () => {
  await post(batch({ parentSpanId: PARENT, status: { code: 2, message: 'answered 503' } }));
  const kept = parseSpan(readFileSync(file(), 'utf8'));
  expect(kept).toEqual({ ...span, parentSpanId: PARENT, failure: 'answered 503' });
});

it.each([
  ['no JSON', 'nonsense', 400],
  ['other JSON', '{"resourceSpans":[{}]}', 400],
  ['a trace id of another length', batch({ traceId: 't' }), 400],
  ['a span id that is no number', batch({ spanId: 'x'.repeat(16) }), 400],
  ['a parent of another length', batch({ parentSpanId: 'p' }), 400],
  ['a span from the future', batch({ endTimeUnixNano: '4102444800000000000' }), 400],
  ['a span that ends before it begins', batch({ endTimeUnixNano: '1733000000123455999' }), 400],
  ['a span from before 1970', batch({ startTimeUnixNano: '-1' }), 400],
  ['too much', 'x'.repeat(9 * 1024 * 1024), 413],
])('refuses %s, and keeps nothing of it', async (_what, body, status) => {
  expect(await post(body)).toBe(status);
  expect(existsSync(file())).toBe(false);
});

it('knows one path only', async () => {
  expect(await post(batch(), '/')).toBe(404);
});

it('says so if it cannot keep a span, and keeps the next', async () => {
  rmSync(directory, { recursive: true });
  expect(await post(batch())).toBe(503);
  directory = mkdtempSync(directory);
});

it('sets a long file aside, in place of the one before', async () => {
  writeFileSync(file(), 'long\n');
  writeFileSync(`${file()}.1`, 'before\n');
  await spanFileIn(directory, 4)([span]);
  expect(readFileSync(`${file()}.1`, 'utf8')).toBe('long\n');
  expect(parseSpan(readFileSync(file(), 'utf8'))).toEqual(span);
});
