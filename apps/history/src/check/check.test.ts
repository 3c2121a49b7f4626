import type { Operation } from '../record/entries';
import { check } from './check';
import { acme, historyOf, operation, tester } from './history.fixture';

const ACME = 'company/acme';
const TESTER = 'job/tester';
const APPLICATION = 'application/ada/tester';

const created = operation(ACME, 'create', 0, { value: 'one' });
const refused = { outcome: 'refused', answer: '503' } as const;
const unknown = { outcome: 'unknown', answer: '504', completedAt: 900 } as const;

const kindsOf = (...given: Parameters<typeof historyOf>) => check(historyOf(...given)).map(({ kind }) => kind);

test('nothing is wrong where everything acknowledged is there', () => {
  const operations = [
    created,
    operation(ACME, 'create', 10, { value: 'other', outcome: 'exists', answer: '409' }),
    operation(ACME, 'read', 20, { value: 'one' }),
    operation(ACME, 'write', 30, { value: 'two' }),
    operation(TESTER, 'create', 40, { value: 5, parents: [ACME] }),
    operation('user/ada', 'create', 40, { value: 'Ada' }),
    operation(APPLICATION, 'create', 50, { value: 'applied', parents: ['user/ada', TESTER, ACME] }),
    operation('company/other', 'create', 60, { value: 'x' }),
    operation('company/other', 'delete', 70),
    operation('company/other', 'read', 80, { value: null, answer: '404' }),
    operation('company/other', 'write', 90, { value: 'y', outcome: 'missing', answer: '404' }),
  ];
  const users = [{ username: 'ada', firstName: 'Ada', applications: [1] }];
  expect(check(historyOf(operations, { ...acme('two'), jobs: [tester(5)], users }))).toEqual([]);
});

test.each<[string, Operation[], object]>([
  ['a creation', [created], {}],
  ['a change', [created, operation(ACME, 'write', 10, { value: 'two' })], acme('one')],
  ['a deletion', [created, operation(ACME, 'delete', 10)], acme('one')],
  ['a creation, a change being refused', [created, operation(ACME, 'write', 10, { value: 'x', ...refused })], {}],
])('what was acknowledged and is not there is lost: %s', (_what, operations, final) => {
  expect(kindsOf(operations, final)).toEqual(['lost']);
});

test('a lost application is lost', () => {
  const operations = [
    operation('user/ada', 'create', 0, { value: 'Ada' }),
    operation(APPLICATION, 'create', 9, { value: 'applied' }),
  ];
  expect(kindsOf(operations, { users: [{ username: 'ada', firstName: 'Ada', applications: [] }] })).toEqual(['lost']);
});

test.each<[string, Partial<Operation>]>([
  ['with 503', refused],
  ['for want of a parent', { outcome: 'missing', answer: '404', parents: ['company/x'] }],
])('a creation that is there although it was refused is told: %s', (_how, how) => {
  const [violation, ...others] = check(
    historyOf([operation(ACME, 'create', 0, { value: 'one', ...how })], acme('one')),
  );
  expect(violation).toMatchObject({ kind: 'refused but done', record: ACME });
  expect(violation?.message).toContain(how.answer);
  expect(others).toEqual([]);
});

test('a change that was refused and is seen meanwhile is told, although another has followed', () => {
  const operations = [
    created,
    operation(ACME, 'write', 10, { value: 'two', ...refused }),
    operation(ACME, 'read', 20, { value: 'two' }),
    operation(ACME, 'write', 30, { value: 'three' }),
  ];
  expect(kindsOf(operations, acme('three'))).toEqual(['refused but done']);
});

test('a deletion that was refused and done is told, and why its children are gone', () => {
  const deletion = operation(ACME, 'delete', 20, refused);
  const child = operation(TESTER, 'create', 10, { value: 5, parents: [ACME] });
  const violations = check(historyOf([created, child, deletion]));
  expect(violations.map(({ kind, record }) => [kind, record])).toEqual([
    ['refused but done', ACME],
    ['refused but done', TESTER],
  ]);
  expect(kindsOf([created, child, deletion], acme('one'))).toEqual(['refused but done']);
  expect(kindsOf([created, { ...deletion, invokedAt: 900 }, operation(ACME, 'read', 30, { value: null })])).toContain(
    'stale',
  );
});

test('a creation cannot be refused because of what it makes itself', () => {
  const exists = operation(ACME, 'create', 10, { value: 'two', outcome: 'exists', answer: '409' });
  expect(kindsOf([exists], acme('two'))).toEqual(['impossible']);
});

test('a value that nobody has written is not what was acknowledged', () => {
  expect(kindsOf([created], acme('other'))).toEqual(['lost']);
});

test('a read of what was there before the last acknowledgement is stale', () => {
  const change = operation(ACME, 'write', 10, { value: 'two' });
  expect(kindsOf([created, change, operation(ACME, 'read', 20, { value: 'one' })], acme('two'))).toEqual(['stale']);
  expect(kindsOf([created, operation(ACME, 'read', 20, { value: null })], acme('one'))).toEqual(['stale']);
  const overlapping = operation(ACME, 'read', 5, { value: 'one', completedAt: 20 });
  expect(kindsOf([created, change, overlapping], acme('two'))).toEqual([]);
});

test('an end that nothing explains is impossible', () => {
  const second = operation(ACME, 'create', 10, { value: 'two' });
  expect(kindsOf([created, second], acme('two'))).toEqual(['impossible']);
  const missing = operation(ACME, 'write', 10, { value: 'two', outcome: 'missing', answer: '404' });
  expect(kindsOf([created, missing], acme('one'))).toEqual(['impossible']);
  const exists = operation(ACME, 'create', 10, { value: 'two', outcome: 'exists', answer: '409' });
  expect(kindsOf([exists])).toEqual(['impossible']);
});

test.each([{ final: acme('one') }, { final: {} }])(
  'what is unknown may have been done or not, and need not be decided at once: %p',
  ({ final }) => {
    expect(kindsOf([operation(ACME, 'create', 0, { value: 'one', ...unknown })], final)).toEqual([]);
  },
);

test('what is unknown must not be done, undone and done again', () => {
  const operations = [
    created,
    operation(ACME, 'write', 10, { value: 'two', ...unknown }),
    operation(ACME, 'read', 20, { value: 'two' }),
    operation(ACME, 'write', 30, { value: 'three' }),
    operation(ACME, 'read', 40, { value: 'two' }),
  ];
  expect(kindsOf(operations, acme('three'))).toEqual(['stale']);
});

test('many changes whose ends are unknown, and that nobody has seen, are no labour', () => {
  const changes = Array.from({ length: 40 }, (_, at) =>
    operation(ACME, 'write', at + 2, { value: `x${at}`, ...unknown }),
  );
  expect(kindsOf([created, ...changes], acme('one'))).toEqual([]);
  expect(kindsOf([created, ...changes])).toEqual(['lost']);
});

test('one creation that has made two records is a duplicate, unless they are of the seed', () => {
  const jobs = [tester(5), tester(5, 2)];
  expect(kindsOf([operation(TESTER, 'create', 0, { value: 5 })], { ...acme('seed'), jobs })).toEqual(['duplicate']);
  expect(kindsOf([], { ...acme('seed'), jobs })).toEqual([]);
});

test('a job without its company and an application to no job are orphans', () => {
  expect(kindsOf([], { jobs: [tester(5)] })).toEqual(['orphan']);
  expect(kindsOf([], { users: [{ username: 'ada', firstName: 'Ada', applications: [7] }] })).toEqual(['orphan']);
});

describe('the deletion of a parent', () => {
  const child = operation(TESTER, 'create', 10, { value: 5, parents: [ACME] });
  const deletion = operation(ACME, 'delete', 20);

  it('takes the child along, sooner or later', () => {
    expect(kindsOf([created, child, deletion, operation(TESTER, 'read', 25, { value: 5 })])).toEqual([]);
  });

  it('that was refused does not', () => {
    const other = operation(TESTER, 'write', 30, { value: 6, parents: [ACME] });
    expect(
      kindsOf([created, child, { ...deletion, ...refused }, other], { ...acme('one'), jobs: [tester(5)] }),
    ).toEqual(['lost']);
  });

  it('whose end is unknown may do so', () => {
    expect(kindsOf([created, child, { ...deletion, ...unknown }])).toEqual([]);
    expect(kindsOf([created, child, { ...deletion, ...unknown }], { ...acme('one'), jobs: [tester(5)] })).toEqual([]);
  });

  it('does not take along what was made afterwards, for a new parent of that name', () => {
    const again = operation(ACME, 'create', 30, { value: 'new' });
    const later = operation(TESTER, 'create', 40, { value: 5, parents: [ACME] });
    expect(kindsOf([created, deletion, again, later], acme('new'))).toEqual(['lost']);
  });

  it('explains that there is no parent for another child', () => {
    const denied = operation(TESTER, 'create', 20.5, { value: 5, parents: [ACME], outcome: 'missing', answer: '400' });
    expect(kindsOf([created, deletion, denied])).toEqual([]);
    expect(kindsOf([created, denied], acme('one'))).toEqual(['denied']);
  });
});

test('an answer that the contract does not have is told', () => {
  const [violation] = check(historyOf([operation(ACME, 'read', 0, { outcome: 'wrong', answer: '500 Oops' })]));
  expect(violation).toMatchObject({ kind: 'wrong answer', message: 'company/acme: read was answered 500 Oops' });
});

test('a child of a deleted parent that lives on under the next one of its name is lost', () => {
  const operations = [
    created,
    operation(TESTER, 'create', 10, { value: 5, parents: [ACME] }),
    operation(ACME, 'delete', 20),
    operation(ACME, 'create', 30, { value: 'next' }),
  ];
  expect(kindsOf(operations, { ...acme('next'), jobs: [tester(5)] })).toEqual(['lost']);
  expect(kindsOf(operations, acme('next'))).toEqual([]);
});
