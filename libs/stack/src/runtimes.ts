import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartError } from '@jobly/contracts';
import type { Blueprint } from './topology';

/** The variable that says what runs the companies service. */
export const COMPANIES_RUNTIME = 'COMPANIES_RUNTIME';

export const companiesRuntimes = ['node', 'bun'] as const;

/**
 * The part as the user wants it: the companies service exists on two stacks, which share the contract and no code.
 * @throws StartError for a runtime that it does not exist on.
 */
export function onItsRuntime(part: Blueprint, { [COMPANIES_RUNTIME]: wanted }: NodeJS.ProcessEnv): Blueprint {
  if (part.name !== 'companies' || !wanted || wanted === 'node') return part;
  if (wanted === 'bun') return { ...part, app: 'companies-bun', runtime: 'bun' };
  throw new StartError(`${COMPANIES_RUNTIME} must be ${companiesRuntimes.join(' or ')}, not "${wanted}".`);
}

/** As much as a gateway lets through, with what it may add itself. */
const BUN_ARGUMENTS = [`--max-http-header-size=${132 * 1024}`, '--no-install'];

/**
 * The program and its arguments before those of the part.
 * @param find the path of a file in a package, if that is installed
 * @throws StartError if Bun is not installed.
 */
export const runtimeOf = ({ runtime }: Blueprint, find = fileOf): [string, ...string[]] =>
  runtime === 'bun' ? [bunProgram(find), ...BUN_ARGUMENTS] : [process.execPath];

/** The package has a placeholder of this size at most where npm has not run its install script. */
const PLACEHOLDER_BYTES = 100_000;

/** The package of Bun moves the program into its own folder when it is installed, if npm lets it. */
function bunProgram(find: typeof fileOf): string {
  const { platform, arch } = process;
  const name = `bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}`;
  const candidates = [find('bun', 'bin/bun.exe'), find(`@oven/${name}`, 'bin/bun')];
  const found = candidates.find((path) => path && existsSync(path) && statSync(path).size > PLACEHOLDER_BYTES);
  if (found) return found;
  throw new StartError(
    `There is no Bun for ${platform}-${arch} here; type "npm ci" with optional packages, or leave ${COMPANIES_RUNTIME}=bun out.`,
  );
}

function fileOf(name: string, file: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
  } catch {
    return undefined;
  }
}
