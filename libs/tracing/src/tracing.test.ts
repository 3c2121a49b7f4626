import type { Counter } from 'prom-client';
import { aCollector } from './collector.fixture';
import { currentSpan, currentTraceParent } from './span';
import { createTracing } from './tracing';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function started(collector: { url: string }) {
  const tracing = createTracing('test', collector.url)!;
  await tracing.start();
  return tracing;
}

async function collecting(options?: Parameters<typeof aCollector>[0]) {
  const collector = await aCollector(options);
  stops.push(collector.stop);
  return { collector, tracing: await started(collector) };
}

/** The one span that has been exported of a request with these headers. */
async function exportedOf(headers: Record<string, string>) {
  const { collector, tracing } = await collecting();
  tracing.begin('SERVER', 'GET /things', headers, {})!.end();
  await tracing.stop();
  expect(collector.spans).toHaveLength(1);
  return collector.spans[0]!;
}

async function droppedBy(tracing: Awaited<ReturnType<typeof started>>): Promise<number> {
  const { values } = await (tracing.metrics[0] as Counter).get();
  return values[0]?.value ?? 0;
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe('a trace', () => {
  it.each(['00', '42'])('goes on where a request names one, in version %s', async (version) => {
    const span = await exportedOf({ traceparent: `${version}-${TRACE}-${PARENT}-01`, tracestate: 'a=1,b=2' });
    expect(span).toMatchObject({ traceId: TRACE, parentSpanId: PARENT, traceState: 'a=1,b=2', kind: 2 });
  });

  // https://www.w3.org/TR/trace-context/#versioning-of-traceparent: such a header is ignored, and so is its tracestate.
  it.each([
    undefined,
    '',
    'nonsense',
    `00-${TRACE}-${PARENT}`,
    `00-${TRACE}-${PARENT}-01-more`,
    `ff-${TRACE}-${PARENT}-01`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`,
    'x'.repeat(100_000),
  ])('begins anew where it comes with %p', async (traceparent) => {
    const span = await exportedOf({ tracestate: 'a=1', ...(traceparent !== undefined && { traceparent }) });
    expect(span.traceId).toMatch(/^[\da-f]{32}$/);
    expect(span.traceId).not.toBe(TRACE);
    expect([span.parentSpanId, span.traceState]).toEqual([undefined, undefined]);
  });

  it('takes what is done within a span along, and its context to the next hop', async () => {
    const { collector, tracing } = await collecting();
    const outer = tracing.begin('SERVER', 'outer', { traceparent: `00-${TRACE}-${PARENT}-01`, tracestate: 'a=1' }, {})!;
    const inner = outer.run(() => currentSpan()!.child('CLIENT', 'inner', { text: 'SELECT 1' }));
    const { traceparent, tracestate } = inner.headers();
    inner.fail(new Error('Out of cheese'));
    inner.end();
    outer.end();
    await tracing.stop();
    const [first, second] = collector.spans;
    expect(first).toMatchObject({ name: 'inner', parentSpanId: second!.spanId, status: { message: 'Out of cheese' } });
    expect([traceparent, tracestate]).toEqual([`00-${TRACE}-${first!.spanId}-01`, 'a=1']);
  });

  it('is nowhere but in the work of its span', async () => {
    const { tracing } = await collecting();
    const span = tracing.begin('SERVER', 'outer', {}, {})!;
    expect(span.run(() => [currentSpan(), currentTraceParent()])).toEqual([span, span.headers()['traceparent']]);
    expect([currentSpan(), currentTraceParent()]).toEqual([undefined, null]);
    await tracing.stop();
  });
});

describe('spans that nobody takes', () => {
  it('are dropped and counted while the collector is down', async () => {
    const { collector, tracing } = await collecting();
    await collector.stop();
    const before = await droppedBy(tracing);
    for (let count = 0; count < 7; count += 1) tracing.begin('SERVER', 'lost', {}, {})!.end();
    await tracing.stop();
    // The last attempt goes on in the background for as long as an export may take.
    while ((await droppedBy(tracing)) < before + 7) await new Promise(setImmediate);
    expect(await droppedBy(tracing)).toBe(before + 7);
  });

  it('are dropped and counted, and delay nothing, while the collector hangs and the queue is full', async () => {
    const { tracing } = await collecting({ hangs: true });
    const before = await droppedBy(tracing);
    for (let count = 0; count < 3_000; count += 1) tracing.begin('SERVER', 'too many', {}, {})!.end();
    expect(await droppedBy(tracing)).toBe(before + 3_000 - 2_048);
  });
});

test('without an endpoint there is no tracing', () => {
  expect(createTracing('test', undefined)).toBeUndefined();
});
