import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './files.mjs';

const OUTPUT = /^\s*output\s*=\s*"(.+)"/m;

/** The Prisma clients of the workspace: the schema, the output folder and the project of each. */
export function prismaClients(roots) {
  const schemas = roots.map((root) => `${root}/prisma/schema.prisma`).filter((schema) => existsSync(at(schema)));
  return schemas.map((schema) => {
    const output = join(dirname(schema), OUTPUT.exec(readFileSync(at(schema), 'utf8'))[1]);
    return { schema, output, owner: roots.find((root) => output.startsWith(`${root}/`)) };
  });
}
