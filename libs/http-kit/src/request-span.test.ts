import type { ActiveSpan, SpanAttributes, Tracing } from '@jobly/tracing';
import request from 'supertest';
import { anAppThat } from './app.fixture';

/** Tracing that keeps what it is told. */
function keptTracing() {
  const spans: { name: string; noted: SpanAttributes; received: unknown; failure?: unknown }[] = [];
  const ended = Promise.withResolvers<undefined>();
  const tracing: Tracing = {
    begin(_kind, name, received, attributes) {
      const kept: (typeof spans)[number] = { name, received: received['traceparent'], noted: attributes };
      spans.push(kept);
      const span: Partial<ActiveSpan> = {
        rename: (better) => void (kept.name = better),
        note: (more) => void Object.assign(kept.noted, more),
        fail: (failure) => void (kept.failure = failure),
        end: () => ended.resolve(undefined),
        run: (work) => work(),
      };
      return span as ActiveSpan;
    },
    start: async () => {},
    stop: async () => {},
    metrics: [],
  };
  return { tracing, spans, ended: ended.promise };
}

describe('the span of a request', () => {
  it('has the route, the status and the request id, and no query', async () => {
    const { tracing, spans, ended } = keptTracing();
    const app = anAppThat(() => ({}), { tracing });
    await request(app).get('/things?secret=1').set({ 'X-Request-Id': '7', traceparent: 'given' });
    await ended;
    const noted = {
      'http.request.method': 'GET',
      'http.route': '/things',
      'http.response.status_code': 200,
      'url.path': '/things',
      'jobly.request_id': '7',
    };
    expect(spans).toEqual([{ name: 'GET /things', received: 'given', noted }]);
  });

  it('is in no trace of a client of the public, which it notes', async () => {
    const { tracing, spans, ended } = keptTracing();
    const app = anAppThat(() => ({}), { tracing, isPublic: true });
    await request(app).get('/things').set({ traceparent: 'given' });
    await ended;
    expect(spans).toMatchObject([{ received: undefined, noted: { 'jobly.client_traceparent': 'given' } }]);
  });

  it('has failed where the answer is a failure of the server', async () => {
    const { tracing, spans, ended } = keptTracing();
    const act = () => Promise.reject(new Error('Out of cheese'));
    await request(anAppThat(act, { tracing })).get('/things');
    await ended;
    expect(spans).toMatchObject([{ failure: 'answered 500', noted: { 'http.response.status_code': 500 } }]);
  });

  it('has no route where there is none, because names must stay few', async () => {
    const { tracing, spans, ended } = keptTracing();
    await request(anAppThat(() => ({}), { tracing })).get('/nothing/here');
    await ended;
    expect(spans).toMatchObject([{ name: 'GET', noted: { 'http.response.status_code': 404 } }]);
    expect(spans[0]).not.toHaveProperty('failure');
  });

  it.each(['/health/live', '/health/ready', '/metrics'])('is not begun for %s', async (path) => {
    const { tracing, spans } = keptTracing();
    expect((await request(anAppThat(() => ({}), { tracing })).get(path)).status).toBe(200);
    expect(spans).toEqual([]);
  });
});
