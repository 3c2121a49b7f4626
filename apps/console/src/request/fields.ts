import { type PublicOperations, openApiDocument, operations } from '@jobly/contracts';
import { z } from 'zod';
import type { Field } from '../../api/request';

export type OperationName = keyof PublicOperations;

/** As much of a JSON schema as a form needs. */
const simple = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() });
const schema = simple.extend({ anyOf: z.array(simple).default([]) });
const described = z.object({
  parameters: z
    .array(
      z.object({
        in: z.enum(['path', 'query', 'header']),
        name: z.string(),
        required: z.boolean().default(false),
        schema,
      }),
    )
    .default([]),
  requestBody: z
    .object({
      content: z.object({
        'application/json': z.object({
          schema: z.object({ properties: z.record(z.string(), schema), required: z.array(z.string()).default([]) }),
        }),
      }),
    })
    .optional(),
});

const { paths } = openApiDocument(operations);

/** The fields of an operation's form, as the OpenAPI document describes them, all of them empty. */
export function fieldsOf(name: OperationName): Field[] {
  const { path, method } = operations[name];
  const { parameters, requestBody } = described.parse(paths?.[path.replace(/:(\w+)/g, '{$1}')]?.[method]);
  const body = requestBody?.content['application/json'].schema;
  return [
    ...parameters.flatMap((one) => (one.in === 'header' ? [] : [field(one.in, one.name, one.schema, one.required)])),
    ...Object.entries(body?.properties ?? {}).map(([property, one]) =>
      field('body', property, one, body!.required.includes(property)),
    ),
  ];
}

function field(
  place: Field['in'],
  name: string,
  { anyOf, ...plain }: z.output<typeof schema>,
  required: boolean,
): Field {
  const types = [plain, ...anyOf].map(({ type }) => type);
  const choices = types.includes('boolean') ? ['true', 'false'] : (plain.enum?.filter(Boolean) ?? []);
  const isNumber = types.includes('integer') || types.includes('number');
  const kind = choices.length > 0 ? 'choice' : isNumber ? 'number' : name === 'password' ? 'password' : 'text';
  return { name, in: place, kind, choices, required, value: '' };
}
