import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { Property, PropertyType } from '@aws-cdk/service-spec-types';

const specification = loadAwsServiceSpecSync();

/** What of a resource of a template contradicts AWS's specification of its type: unknown names, and values of other types. */
export function contradictions(type: string, properties: object): string[] {
  const [resource] = specification.lookup('resource', 'cloudFormationType', 'equals', type);
  return resource ? inObject(type, properties, resource.properties) : [`${type} is no type of resource`];
}

function inObject(path: string, value: object, properties: Record<string, Property>): string[] {
  const missing = Object.keys(properties).filter((name) => properties[name]?.required && !(name in value));
  return [
    ...missing.map((name) => `${path}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, one]) => {
      const property = properties[name];
      return property ? inValue(`${path}.${name}`, one, property.type) : [`${path}.${name} is unknown`];
    }),
  ];
}

/** Only the types that functions have; any other one is refused, so that nothing passes unchecked. */
function inValue(path: string, value: unknown, type: PropertyType): string[] {
  if (type.type === 'union') {
    const found = type.types.map((one) => inValue(path, value, one));
    return found.some(({ length }) => length === 0) ? [] : found.flat();
  }
  if (type.type === 'array' && Array.isArray(value)) {
    return value.flatMap((one, index) => inValue(`${path}[${index}]`, one, type.element));
  }
  if (isObject(value) && type.type === 'map') {
    return Object.entries(value).flatMap(([name, one]) => inValue(`${path}.${name}`, one, type.element));
  }
  if (isObject(value) && type.type === 'ref') {
    return inObject(path, value, specification.get('typeDefinition', type.reference).properties);
  }
  const isAsSpecified = typeof value === type.type || (type.type === 'integer' && Number.isInteger(value));
  return isAsSpecified ? [] : [`${path} must be of the type ${type.type}`];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
