import type { Operation } from '../record/entries';
import { outcomeOf } from './outcome';

type Row = [status: number | undefined, does: Operation['does'], outcome: Operation['outcome']];

test.each<Row>([
  [200, 'read', 'done'],
  [201, 'create', 'done'],
  [409, 'create', 'exists'],
  [400, 'create', 'missing'],
  [404, 'create', 'missing'],
  [404, 'write', 'missing'],
  [404, 'delete', 'missing'],
  [404, 'read', 'done'],
  [503, 'create', 'refused'],
  [504, 'write', 'unknown'],
  [504, 'read', 'wrong'],
  [500, 'write', 'wrong'],
  [401, 'read', 'wrong'],
  [409, 'write', 'wrong'],
  [undefined, 'delete', 'unknown'],
])('%s to %s is %s', (status, does, outcome) => {
  expect(outcomeOf({ status, body: {}, answer: '', isUnsent: false }, does)).toBe(outcome);
});

test('what has not been sent has not been done', () => {
  expect(outcomeOf({ status: undefined, body: {}, answer: '', isUnsent: true }, 'create')).toBe('refused');
});
