import './prerequisites.mjs';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { parse } from 'node:path';

const { build } = await import('esbuild');

/**
 * Bundles apps into dist/apps/<app>/main.js, with their migrations and what they preload into other processes beside it;
 * npm packages stay outside. Takes the apps' names; without any, all of them in one go.
 */
const named = process.argv.slice(2);
const apps = (named.length > 0 ? named : readdirSync('apps')).filter((app) => existsSync(`apps/${app}/src/main.ts`));

const entryPointsOf = (app) => {
  const preloads = `apps/${app}/src/preloads`;
  const files = existsSync(preloads) ? readdirSync(preloads).map((file) => parse(file).name) : [];
  return [
    { in: `apps/${app}/src/main.ts`, out: `apps/${app}/main` },
    ...files.map((name) => ({ in: `${preloads}/${name}.ts`, out: `apps/${app}/preloads/${name}` })),
  ];
};

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
}).catch(() => {
  // esbuild has said what and where.
  process.exit(1);
});

for (const app of apps) {
  const migrations = `apps/${app}/prisma/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `dist/apps/${app}/migrations`, { recursive: true });
}
