import { z } from 'zod';

/** The largest 4-byte integer of SQL: ids, salaries, sizes. */
const MAX_INTEGER = 2_147_483_647;

/** Digits after the point that PostgreSQL's NUMERIC takes without complaint, and far more than anyone needs. */
const MAX_EQUITY_DIGITS = 1_000;

/** Characters as people and PostgreSQL count them (code points), not UTF-16 units. */
const length = (value: string) => [...value].length;

const NUL = 'must not contain NUL characters';
const ILL_FORMED = 'must be well-formed Unicode';

/** What `text` refuses, for the OpenAPI document: whoever knows nothing else can refuse it in the same words. */
const storable = {
  allOf: [
    { pattern: '^[^\\0]*$', 'x-problem': NUL },
    { pattern: '^\\P{Surrogate}*$', 'x-problem': ILL_FORMED },
  ],
};

/** A string of `min`–`max` characters that PostgreSQL can store: well-formed Unicode without NUL. */
export const text = (min: number, max: number, string = z.string()) =>
  string
    .refine((value) => !value.includes('\0'), NUL)
    .refine((value) => value.isWellFormed(), ILL_FORMED)
    .refine((value) => length(value) >= min && length(value) <= max, `must have ${min} to ${max} characters`)
    .meta({ minLength: min, maxLength: max, ...storable });

const notBlank = (max: number) => text(1, max).refine((value) => value.trim() !== '', 'must not be blank');

const wholeNumber = (min: number) => z.int().min(min).max(MAX_INTEGER);

/** A whole number written in decimal digits, as it stands in a URL. */
const digits = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .meta(describedAsNumber(min, max));

/** OpenAPI describes the number, not the string that carries it. */
const describedAsNumber = (min: number, max: number) => ({
  override: { type: 'integer' as const, minimum: min, maximum: max, pattern: undefined },
});

/** The shortest password that a policy can allow, which is the classic API's. */
export const SHORTEST_PASSWORD = 5;
export const LONGEST_PASSWORD = 128;
export const password = (minLength: number) => text(minLength, LONGEST_PASSWORD);

export const firstName = notBlank(30);
export const lastName = notBlank(30);

/**
 * The rule of browsers for `<input type=email>`: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
 */
export const email = text(6, 60).pipe(z.email({ pattern: z.regexes.html5Email, error: 'must be a valid address' }));

const HANDLE = 'must have 1 to 25 of a–z 0–9 _ -';
export const handle = z
  .string()
  .regex(/^[a-z0-9_-]{1,25}$/, HANDLE)
  .meta({ 'x-problem': HANDLE });
export const companyName = text(1, 100);
export const description = text(0, 5_000);
export const numEmployees = wholeNumber(0).nullable();

const LOGO_URL = 'must be an absolute http(s) URL or a path from /';
export const logoUrl = text(1, 2_000)
  .refine(isLogoUrl, LOGO_URL)
  .meta({ pattern: '^([Hh][Tt][Tt][Pp][Ss]?://|/(?!/))\\S*$', format: 'url-or-path', 'x-problem': LOGO_URL })
  .nullable();

export const title = text(1, 100);
export const salary = wholeNumber(0).nullable();

/** A share from 0 to 1, as number or decimal string; always a canonical string after parsing ("0.1", "0", "1"). */
export const equity = z
  .union([z.number().transform(plainDecimal), z.string()], { error: 'must be a number or a decimal string' })
  .refine((value) => /^\d{1,100}(\.\d+)?$/.test(value), 'must be a decimal from 0 to 1')
  .refine(
    (value) => (value.split('.')[1]?.length ?? 0) <= MAX_EQUITY_DIGITS,
    `must have at most ${MAX_EQUITY_DIGITS} decimals`,
  )
  .transform(canonicalDecimal)
  .refine((value) => value === '1' || value.split('.')[0] === '0', 'must be a decimal from 0 to 1')
  .nullable()
  .meta({ override: { anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'string' }, { type: 'null' }] } });

export const id = digits(1, MAX_INTEGER);
/** Part of a name to search for; the empty string means no filter. */
export const substring = text(0, 1_000).transform((value) => value || undefined);
/** A bound to filter by. The empty string means no filter: a form sends it for a cleared field. */
export const bound = z
  .string()
  .regex(/^\d{0,10}$/, 'must be a whole number')
  .transform((value) => (value === '' ? undefined : Number(value)))
  .pipe(z.int().max(MAX_INTEGER).optional())
  .meta({ ...describedAsNumber(0, MAX_INTEGER) })
  .optional()
  .meta({ description: 'Empty means no filter', param: { allowEmptyValue: true } });
export const limit = digits(1, 1_000)
  .default(1_000)
  .meta({ override: { default: 1_000 } });
export const offset = digits(0, MAX_INTEGER)
  .default(0)
  .meta({ override: { default: 0 } });
/** A filter that is on or off; the empty string means off, too. */
export const flag = z.enum(['true', 'false', ''], 'must be true or false').transform((value) => value === 'true');

function isLogoUrl(value: string): boolean {
  if (/\s/.test(value)) return false;
  if (value.startsWith('/')) return !value.startsWith('//');
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

/** JavaScript writes small numbers as "1e-7"; SQL and people expect "0.0000001". */
function plainDecimal(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e-');
  if (exponent === undefined) return mantissa;
  return `0.${'0'.repeat(Number(exponent) - 1)}${mantissa.replace('.', '')}`;
}

function canonicalDecimal(value: string): string {
  const [whole = '', fraction = ''] = value.split('.');
  const significant = fraction.replace(/0+$/, '');
  return (whole.replace(/^0+(?=\d)/, '') || '0') + (significant && `.${significant}`);
}
