import { cpSync, existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * Bundles apps into dist/apps/<app>/main.js, with their migrations beside it; npm packages stay outside. Takes the
 * apps' names; without any, all of them in one go.
 */
const named = process.argv.slice(2);
const apps = (named.length > 0 ? named : readdirSync('apps')).filter((app) => existsSync(`apps/${app}/src/main.ts`));

await build({
  entryPoints: apps.map((app) => ({ in: `apps/${app}/src/main.ts`, out: `apps/${app}/main` })),
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
