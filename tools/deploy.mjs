import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileTrace } from '@vercel/nft';

/**
 * Copies an app that is built, and of the npm packages just the files that it loads, into a directory of its own:
 * `node tools/deploy.mjs APP DIRECTORY`. So an image holds what runs, a tenth of what is installed.
 */
const [app, directory] = process.argv.slice(2);

/** Packages whose files are found at runtime, where no import leads: assets of a page, WebAssembly read by hand. */
const foundAtRuntime = ['swagger-ui-dist', '@prisma/schema-engine-wasm'];

const { fileList } = await nodeFileTrace([`dist/apps/${app}/main.js`]);
const ofPackages = [...fileList].filter((file) => file.startsWith('node_modules/'));
const isLoaded = (name) => ofPackages.some((file) => file.startsWith(`node_modules/${name}/`));

const whole = foundAtRuntime.filter(isLoaded).map((name) => `node_modules/${name}`);
for (const path of ['package.json', ...ofPackages, ...whole]) {
  cpSync(path, join(directory, path), { recursive: true, verbatimSymlinks: true });
}
cpSync(`dist/apps/${app}`, directory, { recursive: true });
