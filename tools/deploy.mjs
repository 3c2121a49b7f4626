import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';

/**
 * Copies a built app, and only those files of npm packages that it loads, into a directory of its own: `node
 * tools/deploy.mjs APP DIRECTORY`. So an image holds only what runs, a tenth of what is installed.
 */
const [app, directory] = process.argv.slice(2);

/** Packages whose files are found at runtime rather than by imports: assets of a page, WebAssembly loaded by hand. */
const foundAtRuntime = ['swagger-ui-dist', '@prisma/schema-engine-wasm'];

const { fileList } = await nodeFileTrace([`dist/apps/${app}/main.js`]);
const ofPackages = [...fileList].filter((file) => file.startsWith('node_modules/'));
const isLoaded = (name) => ofPackages.some((file) => file.startsWith(`node_modules/${name}/`));

const whole = foundAtRuntime.filter(isLoaded).map((name) => `node_modules/${name}`);
for (const path of ['package.json', ...ofPackages, ...whole]) {
  cpSync(path, join(directory, path), { recursive: true, verbatimSymlinks: true });
}
cpSync(`dist/apps/${app}`, directory, { recursive: true });
