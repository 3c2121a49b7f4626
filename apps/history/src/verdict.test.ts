import { acme, historyOf, operation } from './check/history.fixture';
import { describeViolation, summarize, verdictOn } from './verdict';

const created = operation('company/acme', 'create', 0, { value: 'one' });
const unknown = operation('company/other', 'write', 5, { value: 'x', outcome: 'unknown' });
const refused = operation('company/other', 'write', 7, { value: 'y', outcome: 'refused' });

test('a verdict counts operations, outcomes, records, faults and violations', () => {
  const history = historyOf([created, unknown, refused]);
  history.faults.push({ type: 'fault', at: 3, target: 'jobs', does: 'kill' });
  const verdict = verdictOn(history, 'some/file');
  expect(verdict).toMatchObject({
    ...{ stack: 'micro', seed: 1, operations: 3, records: 2, faults: 1 },
    outcomes: { done: 1, unknown: 1, refused: 1 },
    violations: [expect.objectContaining({ kind: 'lost' })],
  });
  expect(summarize(verdict)).toMatch(/3 operations on 2 records, 1 refused, 1 unknown, 1 faults, .*1 violations/);
});

test('a verdict without violations says so', () => {
  expect(summarize(verdictOn(historyOf([created], acme('one')), 'some/file'))).toMatch(/0 violations.*some\/file/);
});

test('a violation is told with what was done with the record, in order', () => {
  const reads = Array.from({ length: 30 }, (_, at) => operation('company/acme', 'read', 10 + at, { value: 'one' }));
  const [violation] = verdictOn(historyOf([created, ...reads]), '').violations;
  const lines = describeViolation(violation!).split('\n');
  expect(lines[0]).toMatch(/lost: company\/acme is absent in the end/);
  expect(lines.length).toBeLessThan(20);
  expect(lines.at(-1)).toMatch(/final: read null/);
});
