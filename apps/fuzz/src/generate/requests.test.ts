import { operations, type Operation } from '@jobly/contracts';
import fc from 'fast-check';
import { operationAt } from '../judge/operation-at';
import { type Hostile, hostileRequests } from './requests';

const samples = fc.sample(hostileRequests(), { numRuns: 6_000, seed: 1 });

const names = Object.keys(operations) as (keyof typeof operations)[];

const lineOf = ({ wire }: Hostile) => wire.split(' ', 2) as [method: string, target: string];

const bodyOf = ({ wire }: Hostile): unknown => {
  try {
    return JSON.parse(Buffer.from(wire.split('\r\n\r\n')[1] ?? '', 'latin1').toString());
  } catch {
    return undefined;
  }
};

describe.each(names)('requests for %s', (name) => {
  const operation: Operation = operations[name];
  const its = samples.filter((sample) => sample.operation === name);

  it('reach it, and miss it', () => {
    const reached = its.filter((sample) => operationAt(...lineOf(sample)) === operation);
    expect(reached.length).toBeGreaterThan(its.length / 3);
    expect(reached.length).toBeLessThan(its.length);
  });

  const { body } = operation;
  if (body) {
    it('have a body that it accepts, and one that it does not', () => {
      const accepted = its.filter((sample) => body.safeParse(bodyOf(sample)).success);
      expect(accepted.length).toBeGreaterThan(5);
      expect(accepted.length).toBeLessThan(its.length);
    });
  }

  const { query } = operation;
  if (query) {
    it('have a query that it accepts, and one that it does not', () => {
      const queries = its.map((sample) => new URL(lineOf(sample)[1].replace(/^\/+/, '/'), 'http://x').searchParams);
      const accepted = queries.filter((one) => query.safeParse(Object.fromEntries(one)).success);
      expect(accepted.length).toBeGreaterThan(5);
      expect(accepted.length).toBeLessThan(its.length);
    });
  }

  it('come with tokens of both kinds, with others, and with none', () => {
    for (const token of ['{{admin}}', '{{user}}']) {
      expect(its.some(({ wire }) => wire.includes(`Authorization: Bearer ${token}\r\n`))).toBe(true);
    }
    expect(its.some(({ wire }) => !wire.includes('Authorization'))).toBe(true);
  });
});

test('the callers are never deleted', () => {
  const deletions = samples.filter(({ wire }) => wire.includes('DELETE '));
  expect(deletions.length).toBeGreaterThan(100);
  expect(deletions.filter(({ wire }) => /DELETE [^ ]*fuzz-caller/.test(wire))).toEqual([]);
});

const has = (pattern: RegExp) => (wire: string) => pattern.test(wire);
const holds = (text: string) => (wire: string) => wire.includes(text);

test.each<[string, (wire: string) => boolean]>([
  ['NUL in a path', has(/^\S+ \S*%00/)],
  ['NUL in a body', holds(':"\0')],
  ['a query key twice', has(/[?&](\w+)=[^ ]*&\1=/)],
  ['a key of a body twice', has(/{("\w+"):null,\1:/)],
  ['a chunked body', has(/Transfer-Encoding: chunked\r\n\r\n[\da-f]+\r\n/)],
  ['a compressed body', holds('\r\n\r\n\x1f\x8b')],
  ['a body beyond the limit', holds(' '.repeat(90_000))],
  ['a head beyond the limit', holds('x'.repeat(130_000))],
  ['two lengths', holds('Content-Length: 0\r\nContent-Length: 7')],
  ['no HTTP', has(/^[^ ]*[^ -~\s]/)],
])('among them is %s', (_what, isMeant) => {
  expect(samples.some(({ wire }) => isMeant(wire))).toBe(true);
});
