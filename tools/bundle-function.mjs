import './prerequisites.mjs';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { build } = await import('esbuild');

/**
 * Makes of a built app what is deployed as a function: `node tools/bundle-function.mjs APP DIRECTORY`. One minified
 * module with all packages, and beside it what is native and the pages of /docs. What is up to date is left alone.
 */
const [app, directory] = process.argv.slice(2);
const built = `dist/apps/${app}/lambda.js`;

/** Reads the compiled code that `warm.js` of apps/functions writes; without it the module is only compiled again. */
const ENTRY = `import { enableCompileCache } from 'node:module';
enableCompileCache({ directory: import.meta.dirname + '/compile-cache', portable: true });
export const { handler } = await import('./app.js');
`;

/** Packages that are found by path at runtime: native code, and the pages of /docs. */
const beside = ['@node-rs/argon2', 'swagger-ui-dist'];

const stampOf = (file) => createHash('sha256').update(process.version).update(readFileSync(file)).digest('hex');
const stamp = [built, 'package-lock.json', 'tools/bundle-function.mjs'].map(stampOf).join('\n');
const stampFile = join(directory, 'bundled-from.txt');
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) process.exit(0);

rmSync(directory, { recursive: true, force: true });
await build({
  entryPoints: { app: built },
  outdir: directory,
  bundle: true,
  minify: true,
  // What is imported later, as Prisma's WebAssembly is, gets files of its own: a function that needs none reads none.
  splitting: true,
  chunkNames: '[name]-[hash]',
  external: beside.flatMap((name) => [name, `${name}/*`]),
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Packages in CommonJS ask for Node's own modules by `require`.
  // The name is one that no minifier gives: the banner comes before every chunk.
  banner: {
    js: 'import{createRequire as createRequire$}from"node:module";const require=createRequire$(import.meta.url);',
  },
  logLevel: 'warning',
  // Prisma’s generated client imports a module of which it uses nothing, and whose package says that it does nothing by itself.
  logOverride: { 'ignored-bare-import': 'silent' },
});
cpSync('node_modules/@node-rs', join(directory, 'node_modules/@node-rs'), { recursive: true });
for (const file of ['package.json', 'absolute-path.js', 'swagger-ui.css', 'swagger-ui-bundle.js']) {
  cpSync(`node_modules/swagger-ui-dist/${file}`, join(directory, 'node_modules/swagger-ui-dist', file));
}
writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
writeFileSync(join(directory, 'lambda.js'), ENTRY);
writeFileSync(stampFile, stamp);
