/** Copies the sources of this workspace, without generated files, to a directory, and links its packages. */
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isMade } from './files.mjs';

const [target] = process.argv.slice(2);

cpSync('.', target, { recursive: true, filter: (source) => !isMade(relative('', source)) });
symlinkSync(resolve('node_modules'), join(target, 'node_modules'));
