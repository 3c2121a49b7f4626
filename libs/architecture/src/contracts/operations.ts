import { constantIn } from '../code/evaluate';
import { propertiesOf, type Schema, schemaIn, textIn } from '../code/values';
import { placeOf, type Workspace } from '../code/workspace';

/** An operation of the contracts: what is asked, and who answers. */
export interface Operation {
  /** Its key in the contracts: `findCompany`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** The module that answers it. */
  readonly owner: string;
  /** Whether only services may ask. */
  readonly internal: boolean;
  readonly params: Schema | undefined;
  readonly query: Schema | undefined;
  readonly body: Schema | undefined;
  readonly reply: Schema | undefined;
  readonly place: string;
}

const PUBLIC = { file: 'libs/contracts/src/operations.ts', constant: 'operations' };
const INTERNAL = { file: 'libs/contracts/src/internal-operations.ts', constant: 'internalOperations' };

/** All operations that the contracts declare, by their names. */
export function operationsIn(workspace: Workspace): Map<string, Operation> {
  const declared = [PUBLIC, INTERNAL].flatMap(({ file, constant }) =>
    Array.from(propertiesOf(constantIn(workspace, file, constant)), ([name, { node, value }]): Operation => {
      const schemas = {
        params: schemaIn(value, 'params'),
        query: schemaIn(value, 'query'),
        body: schemaIn(value, 'body'),
        reply: schemaIn(value, 'reply'),
      };
      const [method, path, owner] = [textIn(value, 'method'), textIn(value, 'path'), textIn(value, 'owner')];
      const internal = textIn(value, 'access') === 'service';
      return { name, method, path, owner, internal, ...schemas, place: placeOf(node) };
    }),
  );
  return new Map(declared.map((operation) => [operation.name, operation]));
}

/** The modules that own operations, in the order of the contracts. */
export const ownersIn = (workspace: Workspace): string[] => [
  ...new Set(Array.from(operationsIn(workspace).values(), ({ owner }) => owner)),
];
