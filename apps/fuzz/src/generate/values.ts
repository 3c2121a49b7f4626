import fc, { type Arbitrary } from 'fast-check';
import { examples } from './names';
import type { Schema } from './schema';

type Json = unknown;

/** Characters at which programs have stumbled: markup, SQL, paths, formats, encodings, invisible and combined ones. */
const CHARACTERS = [
  ...`aZ0 '"\`<>&;:/\\%_*?#$!.,-+=()[]{}|~\t\n\r\0`,
  'é',
  'e\u0301',
  'ß',
  'İ',
  '١',
  '１',
  '日',
  '𝒳',
  '👩‍💻',
];
const INVISIBLE = [
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u00a0',
  '\u2028',
  '\u2800',
  '\ud800',
  '\udfff',
  '\uffff',
  '\x7f',
  '\x1b',
];

export const hostileText: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '.',
    '..',
    '0',
    'null',
    'undefined',
    'true',
    '__proto__',
    'constructor',
    "' OR '1'='1",
    '"; DROP TABLE jobs; --',
    '<script>alert(1)</script>',
    '${7*7}{{7*7}}',
    '%s%n%x',
    '../../../etc/passwd',
    '%00',
    '\\u0000',
  ),
  fc.string({ unit: fc.constantFrom(...CHARACTERS, ...INVISIBLE), maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  // Around the limits of the fields, in characters of one, two and four bytes.
  fc
    .tuple(fc.constantFrom('x', 'é', '𝒳', '\ud800'), fc.constantFrom(4, 5, 25, 26, 30, 31, 60, 61, 100, 101, 128, 129))
    .map(([character, length]) => character.repeat(length)),
  fc.constantFrom(1_000, 1_001, 2_001, 5_000, 5_001, 20_000).map((length) => 'x'.repeat(length)),
);

const hostileNumber = fc.constantFrom(
  ...[-1, 0, -0, 0.5, 1.5, 1e-7, 5e-324, 1e21, 1.7976931348623157e308],
  ...[2_147_483_647, 2_147_483_648, 4_294_967_296, 9_007_199_254_740_992, -2_147_483_649],
);

/** Any JSON value, mostly one that a field does not expect. */
export const hostileValue: Arbitrary<Json> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 3, arbitrary: hostileNumber },
  { weight: 2, arbitrary: fc.constantFrom<Json>(null, true, false, [], {}, [null], [[]], { a: 1 }, ['x', 'y']) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** A value of a field as the contract wants it, as far as its schema says. */
export function validValue(name: string, schema: Schema): Arbitrary<Json> {
  const known = examples[name];
  const exact = bySchema(name, schema);
  return known ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: exact }) : exact;
}

function bySchema(name: string, { type, anyOf, enum: values, ...schema }: Schema): Arbitrary<Json> {
  if (values) return fc.constantFrom(...values);
  if (anyOf) return fc.oneof(...anyOf.map((one) => bySchema(name, one)));
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => bySchema(name, { ...schema, type: one })));
  const { minimum = 0, maximum = 1, minLength = 0, maxLength = 40 } = schema;
  switch (type) {
    case 'integer':
      return fc.oneof(fc.constantFrom(minimum, maximum), fc.integer({ min: minimum, max: maximum }));
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'object':
      return validObject(schema);
    default:
      return fc.string({ unit: 'grapheme-composite', minLength, maxLength: Math.min(maxLength, minLength + 40) });
  }
}

/** An object with all required fields, and some others. */
export function validObject({ properties = {}, required = [] }: Schema): Arbitrary<Record<string, Json>> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, validValue(name, schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required });
}
