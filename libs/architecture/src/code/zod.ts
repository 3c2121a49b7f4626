import { type Property, propertiesOf, type Schema, type Value } from './values';

const schema = (properties: ReadonlyMap<string, Property>, name?: string): Schema => ({
  kind: 'schema',
  name,
  properties,
});

const merged = (values: readonly Value[]) => new Map(values.flatMap((value) => [...propertiesOf(value)]));

/** A schema that `z.NAME(…)` makes. A list has the properties of its items, a union those of all its members. */
export function made(constructor: string, given: readonly Value[]): Schema {
  const [first] = given;
  if (/^(strictO|looseO|o)bject$/.test(constructor)) return schema(propertiesOf(first));
  if (constructor === 'array') return schema(propertiesOf(first), `${namedOr(first, 'anything')}[]`);
  const members = given.flatMap((value) => (value.kind === 'list' ? value.items.map((item) => item.value) : []));
  if (members.length > 0) return schema(merged(members));
  return schema(new Map(), constructor);
}

const namedOr = (value: Value | undefined, otherwise: string) =>
  (value?.kind === 'schema' ? value.name : undefined) ?? otherwise;

/** A schema that a method makes of another. Refinements, transformations and limits leave the shape as it is. */
export function refined(base: Schema, method: string, [given]: readonly Value[]): Schema {
  const names = propertiesOf(given);
  const kept = (isKept: (name: string) => boolean) =>
    schema(new Map([...base.properties].filter(([name]) => isKept(name))));
  if (method === 'extend') return schema(new Map([...base.properties, ...names]));
  if (method === 'omit') return kept((name) => !names.has(name));
  if (method === 'pick') return kept((name) => names.has(name));
  return base;
}
