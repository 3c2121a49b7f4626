import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '@jobly/stack';
import { type Collector, type StoredSpan, startCollector } from '@jobly/trace-store';
import { findTrace } from './find-trace';

let directory: string;
let collector: Collector;
let stack: Stack;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'traced-'));
  collector = await startCollector(directory);
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url };
  stack = await startStack({ parts: ['micro'], ports: 'free', directory, env });
}, 120_000);
afterAll(async () => {
  await stack.stop();
  await collector.close();
  rmSync(directory, { recursive: true });
}, 60_000);

const ask = async (id: string, path: string, { headers, ...init }: RequestInit & { headers: object }) => {
  const response = await fetch(`${stack.micro!.url}${path}`, { ...init, headers: { ...headers, 'X-Request-Id': id } });
  expect(response.status).toBe(200);
  return response.json();
};

/** The way from the root down to this span. */
const wayTo = (span: StoredSpan, spans: StoredSpan[]): string[] => {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? wayTo(parent, spans) : []), `${span.process}: ${span.name}`];
};

/** Resolves once the trace of the request has this way, whose spans the processes export in any order. */
async function followed(id: string, way: string[]): Promise<StoredSpan[]> {
  for (;;) {
    const spans = (await findTrace(directory, [id])) ?? [];
    if (spans.some((span) => wayTo(span, spans).join() === way.join())) return spans;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a request is followed through all processes, in a trace that its client has not chosen', async () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
  await ask('read', '/jobs/1', { headers: { traceparent } });
  const spans = await followed('read', [
    'gateway: GET /jobs/:id',
    'gateway: GET to jobs',
    'jobs: GET /jobs/:id',
    'jobs: GET /internal/companies/:handle',
    'companies: GET /internal/companies/:handle',
    'companies: company-by-handle',
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect(spans.map(({ attributes }) => attributes['jobly.client_traceparent']).filter(Boolean)).toEqual([traceparent]);
});

test('a deletion is followed through its events, from outbox to outbox', async () => {
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ username: 'testadmin', password: 'password' });
  const { token } = (await ask('log-in', '/auth/token', { method: 'POST', headers: json, body })) as { token: string };
  const { job } = (await ask('job', '/jobs/1', { headers: {} })) as { job: { company: { handle: string } } };
  const headers = { Authorization: `Bearer ${token}` };
  await ask('delete', `/companies/${job.company.handle}`, { method: 'DELETE', headers });
  const spans = await followed('delete', [
    'gateway: DELETE /companies/:handle',
    'gateway: DELETE to companies',
    'companies: DELETE /companies/:handle',
    'companies: deliver company-deleted',
    'companies: POST /internal/events/company-deleted',
    'jobs: POST /internal/events/company-deleted',
    'jobs: deliver jobs-deleted',
    'jobs: POST /internal/events/jobs-deleted',
    'users: POST /internal/events/jobs-deleted',
  ]);
  expect(spans.filter(({ failure }) => failure !== undefined)).toEqual([]);
});

test.each(['monolith', 'gateway', 'users-service', 'companies-service', 'jobs-service'])(
  '%s imports nothing of OpenTelemetry before it is told to trace',
  (app) => {
    const bundle = readFileSync(join('dist/apps', app, 'main.js'), 'utf8');
    expect(bundle).toContain('import("@opentelemetry/sdk-trace")');
    expect(bundle).not.toMatch(/^(import|export) .*@opentelemetry/m);
  },
);
