import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stack, startStack } from '@jobly/stack';
import { rules } from './rules.fixture';

let directory: string;
let stack: Stack;
let exposed = '';
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'alerts-'));
  // Nobody listens there: spans are dropped, and that is a metric.
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
  stack = await startStack({ parts: ['monolith', 'micro'], ports: 'free', directory, env });
  for (const { url } of stack.parts) {
    await (await fetch(`${url}/nothing`)).text();
    exposed += await (await fetch(`${url}/metrics`)).text();
  }
}, 120_000);
afterAll(async () => {
  await stack.stop();
  rmSync(directory, { recursive: true });
}, 60_000);

const recorded = rules.flatMap(({ record }) => record ?? []);

/** Prometheus makes it, for every target. */
const BUILT_IN = ['up'];

/** The selectors in an expression: a name that is no function, keyword or label, and what its braces demand. */
function selectorsIn(expr: string): { name: string; labels: string }[] {
  const withoutGrouping = expr.replace(/\b(by|without|on|ignoring) \([^)]*\)/g, '');
  return Array.from(
    withoutGrouping.matchAll(/\b([a-z_][\w:]*)(\{[^}]*\})?(?=[[\s)]|$)/g),
    ([, name = '', labels = '']) => {
      return { name, labels };
    },
  ).filter(({ name }) => !['or', 'and', 'unless', 'sum', 'max', 'group'].includes(name));
}

const selectors = rules.flatMap(({ expr }) => selectorsIn(expr));
const foreign = selectors.filter(({ name }) => !recorded.includes(name) && !BUILT_IN.includes(name));

test('rules name what other rules record, what Prometheus makes, and metrics of ours', () => {
  expect(new Set(foreign.map(({ name }) => name))).toEqual(
    new Set([
      'http_request_duration_seconds_count',
      'http_request_duration_seconds_bucket',
      'admission_refusals_total',
      'circuit_openings_total',
      'outbox_lag_seconds',
      'outbox_events',
      'db_connections',
      'tracing_spans_dropped_total',
    ]),
  );
});

test.each([...new Set(foreign.map(({ name }) => name))])('some process exposes %s', (name) => {
  expect(exposed).toMatch(new RegExp(`^${name}\\{`, 'm'));
});

// Those of Prometheus's configuration are no labels of ours, and 5xx is what must not be seen here.
const demanded = foreign.flatMap(({ name, labels }) =>
  Array.from(labels.matchAll(/(\w+)=(?:"([^"]*)"|~"([\w|]+)")/g), ([, label, one, several]) =>
    (several?.split('|') ?? [one]).map((value) => ({ name, label, value })),
  ).flat(),
);

test.each(demanded)('some process exposes $name with $label="$value"', ({ name, label, value }) => {
  const lines = exposed.split('\n').filter((line) => line.startsWith(`${name}{`));
  expect(lines.some((line) => line.includes(`${label}="${value}"`))).toBe(true);
});
