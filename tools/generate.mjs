import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';

/**
 * Generates the Prisma client of every app that has a schema. Generating insists on a schema engine, which it would
 * download, but does not run it: any existing file will do.
 */
const environment = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };

async function generate(schema) {
  const command = ['node_modules/prisma/build/index.js', 'generate', '--schema', schema];
  const prisma = spawn(process.execPath, command, { env: environment });
  const said = [];
  for (const stream of [prisma.stdout, prisma.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [code] = await once(prisma, 'close');
  if (code === 0) return;
  process.stderr.write(`Generating the client of ${schema} failed:\n${Buffer.concat(said)}\n`);
  process.exitCode = 1;
}

const schemas = readdirSync('apps').map((app) => `apps/${app}/prisma/schema.prisma`);
await Promise.all(schemas.filter((schema) => existsSync(schema)).map(generate));
