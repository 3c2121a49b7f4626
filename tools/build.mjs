import './prerequisites.mjs';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';

const { build } = await import('esbuild');

/**
 * Bundles apps into dist/apps/<app>/main.js, with their other ways to start, their migrations and the modules of theirs
 * and of libs/<app> that are preloaded into other processes; npm packages stay outside. Modules in folders named browser become scripts for pages. Takes the
 * apps' names; by default it bundles all of them at once.
 */
const named = process.argv.slice(2);
const apps = (named.length > 0 ? named : readdirSync('apps')).filter((app) => existsSync(`apps/${app}/src/main.ts`));

/** The modules of an app and of libs/<app> in folders of this name, each a bundle of its own. */
const bundlesIn = (folder, app) =>
  [`libs/${app}`, `apps/${app}/src`].filter(existsSync).flatMap((parts) =>
    readdirSync(parts, { recursive: true })
      .map((file) => parse(file))
      .filter(({ dir, ext }) => parse(dir).base === folder && ext === '.ts')
      .map(({ dir, base, name }) => ({ in: join(parts, dir, base), out: `apps/${app}/${folder}/${name}` })),
  );

/** A process, a function, what calls one, what calls a server as one, and what compiles one ahead. */
const entries = ['main', 'lambda', 'bootstrap', 'adapter', 'warm'];

const entryPointsOf = (app) => [
  ...entries
    .map((name) => ({ in: `apps/${app}/src/${name}.ts`, out: `apps/${app}/${name}` }))
    .filter((entry) => existsSync(entry.in)),
  ...bundlesIn('preloads', app),
];

// esbuild has reported the errors.
const giveUp = () => process.exit(1);

await build({
  entryPoints: apps.flatMap(entryPointsOf),
  outdir: 'dist',
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node24',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
}).catch(giveUp);

await build({
  entryPoints: apps.flatMap((app) => bundlesIn('browser', app)),
  outdir: 'dist',
  bundle: true,
  // Of the libraries only what the script needs is left, and nothing of Node.js may be.
  packages: 'external',
  external: ['node:*'],
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  minify: true,
  logLevel: 'warning',
}).catch(giveUp);

/** The page of an app: its modules for the browser, each view a file of its own, and what stands beside them. */
const pages = apps.filter((app) => existsSync(`apps/${app}/page/main.tsx`));

const { metafile } = await build({
  entryPoints: pages.map((app) => ({ in: `apps/${app}/page/main.tsx`, out: `apps/${app}/page/main` })),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'apps/console/page/[name]-[hash]',
  platform: 'browser',
  target: 'es2022',
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: true,
  metafile: true,
  logLevel: 'warning',
}).catch(giveUp);

for (const app of pages) {
  const folder = `dist/apps/${app}/page`;
  const beside = ['index.html', 'icon.svg'];
  for (const file of beside) cpSync(`apps/${app}/page/${file}`, `${folder}/${file}`);
  // Chunks are named by their content, so that those of earlier builds would stay.
  const made = [...Object.keys(metafile.outputs), ...beside.map((file) => `${folder}/${file}`)];
  for (const file of readdirSync(folder)) if (!made.includes(`${folder}/${file}`)) rmSync(`${folder}/${file}`);
}

for (const app of apps) {
  const migrations = `apps/${app}/prisma/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `dist/apps/${app}/migrations`, { recursive: true });
}
