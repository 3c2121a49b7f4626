import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ErrorCapturingSqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';

/** TypeScript declares WebAssembly only in its library for browsers. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<'__wbindgen_start', () => void> } }>;
};

const GLUE = '@prisma/schema-engine-wasm/schema_engine_bg';

/** The module keeps its memory in a variable of its own, so it can be loaded only once. */
let loading: ReturnType<typeof load> | undefined;

/**
 * Prisma's own schema engine, as WebAssembly: nothing is downloaded, and its 5 MB are loaded only when there is work.
 */
export async function startSchemaEngine(
  database: ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  loading ??= load();
  const { SchemaEngine } = await loading;
  return SchemaEngine.new({ datamodels: undefined }, () => {}, database);
}

/** Loaded by hand, because Node's own import of WebAssembly modules is still experimental. */
async function load() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = createRequire(import.meta.url)
    .resolve(GLUE)
    .replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': { ...glue, ...withoutHolding(glue) } };
  const { instance } = await WebAssembly.instantiate(await readFile(file), imports);
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

/** The engine sets a timer of 10 s for its lock and never clears it; the timer must not keep the process alive. */
function withoutHolding(glue: object): object {
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout'));
  const unheld = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref();
  return Object.fromEntries(timers.map((name) => [name, unheld]));
}
