import ts from 'typescript';

/** A property of a record or of a schema, with the place that names it. */
export interface Property {
  readonly node: ts.Node;
  readonly value: Value;
}

/** The shape of data, as a zod schema describes it: its name in the code, if any, and its properties. */
export interface Schema {
  readonly kind: 'schema';
  readonly name: string | undefined;
  readonly properties: ReadonlyMap<string, Property>;
}

/** What an expression is worth, as far as it can be read without running it. */
export type Value =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'record'; readonly properties: ReadonlyMap<string, Property> }
  | { readonly kind: 'list'; readonly items: readonly Property[] }
  | { readonly kind: 'function'; readonly node: ts.ArrowFunction | ts.FunctionDeclaration }
  | Schema
  | { readonly kind: 'unknown' };

export const UNKNOWN: Value = { kind: 'unknown' };

export const propertiesOf = (value: Value | undefined): ReadonlyMap<string, Property> =>
  value?.kind === 'record' || value?.kind === 'schema' ? value.properties : new Map<string, Property>();

export const itemsOf = (value: Value | undefined): readonly Property[] => (value?.kind === 'list' ? value.items : []);

/** A property's literal as text; the empty string if there is none. */
export function textIn(value: Value | undefined, name: string): string {
  const property = propertiesOf(value).get(name)?.value;
  return property?.kind === 'literal' ? String(property.value) : '';
}

export const schemaIn = (value: Value, name: string): Schema | undefined => {
  const property = propertiesOf(value).get(name)?.value;
  return property?.kind === 'schema' ? property : undefined;
};
