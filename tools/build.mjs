import { cpSync, existsSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';

/** Bundles every app that has a main.ts into dist/apps/<app>/main.js, all in one go; npm packages stay outside. */
const apps = readdirSync('apps').filter((app) => existsSync(`apps/${app}/src/main.ts`));

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
});

for (const app of apps) {
  const migrations = `apps/${app}/prisma/migrations`;
  if (existsSync(migrations)) cpSync(migrations, `dist/apps/${app}/migrations`, { recursive: true });
}
