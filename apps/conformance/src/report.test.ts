import { conforms, summarize } from './report';
import type { Verdict } from './run-suite';

const verdict = (overrides: Partial<Verdict>): Verdict => ({
  name: 'monolith',
  url: 'http://127.0.0.1:3001',
  seconds: 12.5,
  passed: 100,
  skipped: 0,
  failures: [],
  ...overrides,
});

const failure = { test: `GET /jobs › takes "it's" for what it is (1)`, message: 'expected 200, got 500' };

test('servers conform when no test has failed on any of them', () => {
  expect(conforms([verdict({}), verdict({ name: 'micro' })])).toBe(true);
  expect(conforms([verdict({}), verdict({ name: 'micro', failures: [failure] })])).toBe(false);
});

test('success is one line that tells how much was tested, and what was not', () => {
  const summary = summarize([verdict({}), verdict({ name: 'micro', skipped: 6 })]);
  expect(summary).toMatch(/^Conforms: monolith \(100 passed, 12\.5 s\), micro \(100 passed, 6 skipped, 12\.5 s\)/);
  expect(summary).not.toContain('\n');
});

test('failure is one line whose last part, put behind the command, runs the first failing test alone', () => {
  const summary = summarize([verdict({}), verdict({ name: 'micro', failures: [failure] })]);
  expect(summary).toMatch(/^Failed: 1 of 101 on micro\./);
  expect(summary).not.toContain('\n');
  const [, argument = ''] = summary.split(' -t ');
  const pattern = argument.slice(1, -1).replaceAll(`'\\''`, "'");
  expect(failure.test).toMatch(new RegExp(pattern));
});
