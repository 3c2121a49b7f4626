import './prerequisites.mjs';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, parse } from 'node:path';

const { build } = await import('esbuild');

/**
 * Bundles apps into dist/apps/<app>/main.js, with their migrations and the modules of libs/<app> that are preloaded
 * into other processes; npm packages stay outside. Takes the apps' names; by default it bundles all of them at once.
 */
const named = process.argv.slice(2);
const apps = (named.length > 0 ? named : readdirSync('apps')).filter((app) => existsSync(`apps/${app}/src/main.ts`));

const entryPointsOf = (app) => {
  const parts = `libs/${app}`;
  const files = existsSync(parts) ? readdirSync(parts, { recursive: true }) : [];
  const preloads = files
    .map((file) => parse(file))
    .filter(({ dir, ext }) => parse(dir).base === 'preloads' && ext === '.ts');
  return [
    { in: `apps/${app}/src/main.ts`, out: `apps/${app}/main` },
    ...preloads.map(({ dir, base, name }) => ({ in: join(parts, dir, base), out: `apps/${app}/preloads/${name}` })),
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
  // esbuild has reported the errors.
  process.exit(1);
});

for (const app of apps) {
  const migrations = `apps/${app}/prisma/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `dist/apps/${app}/migrations`, { recursive: true });
}
