import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import { type Wire, bytesOf, latin1, utf8 } from '../http/wire';
import type { Schema } from './schema';
import { SIMPLEST_FIRST } from './simplest-first';
import { hostileText, hostileValue, validObject } from './values';

/** A body, and the headers that describe it, truly or not. */
export interface Body {
  headers: [string, string][];
  wire: Wire;
}

const LIMIT_BYTES = 100 * 1024;

/** A field that is removed, added, or given another value. */
const breakage = (keys: string[]) =>
  fc.record({
    key: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...keys) },
      { weight: 1, arbitrary: fc.oneof(fc.constantFrom('id', 'isAdmin', '__proto__', 'toString', ''), hostileText) },
    ),
    value: fc.option(hostileValue, { nil: undefined }),
  });

/** An object for this schema, mostly valid. As entries: an object cannot hold `__proto__` as any other key. */
function objectFor(schema: Schema): Arbitrary<[string, unknown][]> {
  const keys = Object.keys(schema.properties ?? {});
  const breakages = fc.oneof(
    SIMPLEST_FIRST,
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(breakage(keys), { minLength: 1, maxLength: 2 }) },
  );
  return fc.tuple(validObject(schema), breakages).map(([object, broken]) => {
    const entries = new Map(Object.entries(object));
    for (const { key, value } of broken) {
      if (value === undefined) entries.delete(key);
      else entries.set(key, value);
    }
    return [...entries];
  });
}

const json = (entries: [string, unknown][]) =>
  `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;

/** What is wrong with the text of a body. */
const twists: ((text: Wire) => Wire)[] = [
  () => '',
  () => 'null',
  (text) => `[${text}]`,
  (text) => JSON.stringify(text),
  (text) => text.slice(0, -1),
  (text) => `${text}}`,
  (text) => text.replace(/}$/, ',}'),
  (text) => text.replace(/"/g, "'"),
  (text) => utf8('\ufeff') + text,
  (text) => latin1(Buffer.from(bytesOf(text).toString('utf8'), 'utf16le')),
  (text) => text.replace(/:"/, ':"\xff\xfe'),
  (text) => text.replace(/:"/, ':"\xc0\x80'),
  (text) => text.replace(/:"/, ':"\0'),
  (text) => text.replace(/:"/, ':"\n'),
  (text) => text.replace(/:"/, ':"\\ud800'),
  (text) => text.replace(/:"/, ':"\\x'),
  // A key given twice, the first time otherwise.
  (text) => text.replace(/^{("[^"]*"):/, '{$1:null,$1:'),
  ...['1e400', '-0', '1.0', '01', 'NaN', '0x10', '1e2', '9007199254740993'].map(
    (number) => (text: Wire) => text.replace(/:(\d+|"[^"]*"|null)/, `:${number}`),
  ),
  () => '['.repeat(5_000),
  () => `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  () => `{"a":${'{"a":'.repeat(2_000)}1${'}'.repeat(2_001)}`,
  (text) => text.padEnd(LIMIT_BYTES),
  (text) => text.padEnd(LIMIT_BYTES + 1),
  (text) => text.padEnd(300_000),
];

const TYPES = [
  ...['application/json;charset=utf-8', 'Application/JSON', 'application/json; charset=latin1', 'application/json;'],
  ...[
    'application/merge-patch+json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/html',
    '*/*',
    'nonsense',
  ],
  ...['multipart/form-data; boundary=x', 'application/json, text/plain', ''],
];

/** Content codings, and what is done to the body; some only say so. */
const codings: [name: string, encode: (bytes: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['gzip', (bytes) => bytes],
  ['gzip', (bytes) => gzipSync(bytes).subarray(0, -4)],
  ['gzip', () => gzipSync(' '.repeat(1_000_000))],
  ['GZIP', gzipSync],
  ['identity', (bytes) => bytes],
  ['rot13', (bytes) => bytes],
  ['gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
];

/** Mostly the first. */
const mostly = <T>(usual: T, others: readonly T[]): Arbitrary<T> =>
  fc.oneof(
    SIMPLEST_FIRST,
    { weight: 12, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

/** Bodies for an operation with this schema; without one, bodies that are none of its business. */
export function bodyFor(schema: Schema | undefined): Arbitrary<Body> {
  const text = fc
    .tuple(
      objectFor(schema ?? { properties: { username: {}, id: {} } }),
      mostly((text) => text, twists),
    )
    .map(([entries, twist]) => twist(utf8(json(entries))));
  const described = fc
    .record({
      text,
      type: mostly('application/json', TYPES),
      coding: mostly(undefined, codings),
      chunked: mostly(false, [true]),
    })
    .map(({ text, type, coding, chunked }): Body => {
      const wire = coding ? latin1(coding[1](bytesOf(text))) : text;
      const headers: Body['headers'] = [['Content-Type', type]];
      if (coding) headers.push(['Content-Encoding', coding[0]]);
      if (chunked) return { headers: [...headers, ['Transfer-Encoding', 'chunked']], wire: inChunks(wire) };
      return { headers: [...headers, ['Content-Length', String(wire.length)]], wire };
    });
  const none = fc.constant<Body>({ headers: [], wire: '' });
  return fc.oneof({ weight: schema ? 15 : 1, arbitrary: described }, { weight: schema ? 1 : 5, arbitrary: none });
}

function inChunks(wire: Wire): Wire {
  const half = Math.ceil(wire.length / 2);
  return [wire.slice(0, half), wire.slice(half), '']
    .filter((part, at) => part !== '' || at === 2)
    .map((part) => `${part.length.toString(16)}\r\n${part}\r\n`)
    .join('');
}
