import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { invalid } from '../problem';
import type { Schema } from './document';

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, useDefaults: true });
ajv.addFormat('url-or-path', (value) => value.startsWith('/') || URL.canParse(value));
ajv.addFormat('uuid', true); // its pattern is in the document as well

type Fields = Record<string, unknown>;

/** The part of a request that is checked. */
export type Part = 'body' | 'query';

/**
 * Checks values against a schema of the contract, and fills in its defaults.
 * @param alsoWrong what no schema says of a value, as sentences
 * @throws Problem 400 with one sentence per problem, each naming the field.
 */
export function checker(schema: Schema, part: Part, alsoWrong: (value: Fields) => string[] = () => []) {
  const validate = ajv.compile(schema);
  const order = Object.keys(schema.properties ?? {});
  return (value: unknown): void => {
    const problems = validate(value) ? [] : sentences(validate, order, part);
    problems.push(...alsoWrong(value as Fields));
    if (problems.length > 0) throw invalid(problems);
  };
}

/** Whether a value is what a schema says. */
export const matcher = (schema: Schema): ((value: unknown) => boolean) => {
  const validate = ajv.compile(schema);
  return (value) => validate(value);
};

/** The problem with a value, for a log; undefined if there is none. */
export function problemFinder(schema: Schema): (value: unknown) => string | undefined {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? undefined : ajv.errorsText(validate.errors));
}

/** In the order of the document's fields, unknown ones last. */
function sentences({ errors }: ValidateFunction, order: string[], part: Part): string[] {
  // A value may be null or something else: what is wrong with the something else is said, not that it is not null.
  const problems = (errors ?? []).filter(({ keyword, params }) => keyword !== 'anyOf' && params['type'] !== 'null');
  const placed = problems.map((error) => ({ text: sentence(error, part), place: placeOf(error, order) }));
  return [...new Set(placed.sort((one, other) => one.place - other.place).map(({ text }) => text))];
}

const FIRST_OF_FIELD: Record<string, number> = { minLength: 1, maxLength: 1, pattern: 2, format: 2 };

function placeOf({ instancePath, params, schemaPath, keyword }: ErrorObject, order: string[]): number {
  const field = fieldOf(instancePath).split('.')[0] || String(params['missingProperty'] ?? '');
  const at = order.indexOf(field);
  const within = schemaPath.includes('/allOf/') ? 0 : (FIRST_OF_FIELD[keyword] ?? 0);
  return (at < 0 ? order.length : at) * 10 + within;
}

/** "/rows/0/key" is "rows.0.key". */
const fieldOf = (path: string) => path.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');

function sentence({ keyword, params, instancePath, parentSchema, data }: ErrorObject, part: Part): string {
  const path = fieldOf(instancePath);
  const inside = (name: unknown) => [...(path ? [path] : []), String(name)].join('.');
  const field = path || `The ${part}`;
  const { minLength, maxLength, 'x-problem': problem } = parentSchema as Schema;
  switch (keyword) {
    case 'required':
      return `${inside(params['missingProperty'])} is required`;
    case 'additionalProperties':
      return `${String(params['additionalProperty'])} is not a known field`;
    case 'type':
      if (part === 'query') return `${field} must be ${Array.isArray(data) ? 'given once' : 'a whole number'}`;
      return `${field} must be of type ${typeOf(params['type'], data)}`;
    case 'minimum':
      return `${field} must be at least ${String(params['limit'])}`;
    case 'maximum':
      return `${field} must be at most ${String(params['limit'])}`;
    case 'minLength':
    case 'maxLength':
      return `${field} must have ${String(minLength)} to ${String(maxLength)} characters`;
    default:
      return `${field} ${typeof problem === 'string' ? problem : 'is not what the contract says'}`;
  }
}

/** What is no number at all must be one; a number that is not whole must be an integer. */
const typeOf = (type: unknown, data: unknown): string =>
  type === 'integer' && !Number.isFinite(data) ? 'number' : String(type);
