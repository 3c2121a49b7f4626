import './prerequisites.mjs';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Writes what a service on another stack may know of this workspace: the OpenAPI documents of the public and of the
 * internal operations, the catalogue of events as JSON Schemas, and which companies are seeded. Nothing of it is code.
 */
const TARGET = 'apps/companies-bun/src/generated';

const { build } = await import('esbuild');
const { z } = await import('zod');

mkdirSync(TARGET, { recursive: true });
// Within the workspace, where the packages that it imports are found; a file of this process alone.
const bundle = `${TARGET}/contracts-${process.pid}.mjs`;
await build({
  entryPoints: ['libs/contracts/src/index.ts'],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
const contracts = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const events = Object.entries(contracts.events).map(([topic, { producer, consumer, payload }]) => [
  topic,
  { producer, consumer, payload: z.toJSONSchema(payload, { io: 'input', unrepresentable: 'any' }) },
]);
const contract = {
  public: contracts.openApiDocument(contracts.operations),
  internal: contracts.openApiDocument(
    contracts.internalOperations,
    'Jobly, inside',
    'What services ask and tell each other; never passed on by the gateway.',
  ),
  events: Object.fromEntries(events),
  seededCompanies: contracts.seededCompanies,
};
// Renamed into place: several commands generate at the same time.
const draft = `${TARGET}/contract-${process.pid}.json`;
writeFileSync(draft, JSON.stringify(contract, null, 1));
renameSync(draft, `${TARGET}/contract.json`);
