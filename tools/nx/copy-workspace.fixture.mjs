/** Copies what is written of this workspace, and not what is made of it, to a directory: its packages are linked. */
import { cpSync, symlinkSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { isMade } from './files.mjs';

const [target] = process.argv.slice(2);

cpSync('.', target, { recursive: true, filter: (source) => !isMade(relative('', source)) });
symlinkSync(resolve('node_modules'), join(target, 'node_modules'));
