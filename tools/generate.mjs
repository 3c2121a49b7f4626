import './prerequisites.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Generates the Prisma clients of the given schemas; by default, of every app that has one. Up-to-date clients are left
 * alone, so this may run before everything that needs them. Then also the contract of services on other stacks is written. Generating insists on a schema engine, which it would
 * download, but does not run it: any existing file will do.
 */
const environment = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
const { version } = JSON.parse(readFileSync('node_modules/prisma/package.json', 'utf8'));

async function generate(schema) {
  const text = readFileSync(schema, 'utf8');
  const origin = `Prisma ${version}\n${text}`;
  // Written last, so that an interrupted client does not count as complete.
  const stamp = join(schema, '..', /^\s*output\s*=\s*"(.+)"/m.exec(text)[1], 'generated-from.txt');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === origin) return;

  const command = ['node_modules/prisma/build/index.js', 'generate', '--schema', schema];
  const prisma = spawn(process.execPath, command, { env: environment });
  const said = [];
  for (const stream of [prisma.stdout, prisma.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [code] = await once(prisma, 'close');
  if (code === 0) return writeFileSync(stamp, origin);
  process.stderr.write(`Generating the client of ${schema} failed:\n${Buffer.concat(said)}\n`);
  process.exitCode = 1;
}

const named = process.argv.slice(2);
const schemas = named.length > 0 ? named : readdirSync('apps').map((app) => `apps/${app}/prisma/schema.prisma`);
if (named.length === 0) await import('./contract-document.mjs');
await Promise.all(schemas.filter((schema) => existsSync(schema)).map(generate));
