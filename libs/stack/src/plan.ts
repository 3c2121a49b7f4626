import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { StartError, hostRule, isHost, withoutBrackets } from '@jobly/contracts';
import { requireChoice } from './choice';
import { authMode, dataSharing } from './choices';
import { systemClock } from './clock';
import type { StackOptions } from './options';
import { onItsRuntime, runtimeOf } from './runtimes';
import { requireServicesAs, runsAsFunction } from './services-as';
import { type Blueprint, blueprints, urlVariableOf } from './topology';

/** For the public parts and for the services behind them; each side also drains first. */
const STOP_DEADLINE_MS = 10_000;

/** The options with defaults filled in and everything resolved. */
export interface Plan extends Required<Omit<StackOptions, 'parts' | 'env' | 'apps'>> {
  parts: Blueprint[];
  /** The variables that the stack is started with. */
  given: NodeJS.ProcessEnv;
  host: string;
  mainOf: (part: Blueprint) => string;
  logOf: (part: Blueprint) => string;
  /** Node's cache of compiled code, which saves a fifth of a part's start. */
  compileCache: string;
}

/**
 * @throws StartError if an app is not built or its runtime is missing, AUTH_MODE, DATA_SHARING or SERVICES_AS names what no part has,
 * or HOST is no host.
 */
export function planOf(options: StackOptions): Plan {
  const directory = resolve(options.directory ?? '.jobly');
  const apps = resolve(options.apps ?? 'dist/apps');
  const given = { ...surroundings(options.ports), ...options.env };
  const parts = blueprints
    .filter(({ topology }) => options.parts.includes(topology))
    .map((part) => onItsRuntime(part, given));
  const mainOf = (part: Blueprint) => join(apps, runsAsFunction(part, given) ? 'functions' : part.app, 'main.js');
  const missing = parts.map(mainOf).find((main) => !existsSync(main));
  if (missing) throw new StartError(`The apps are not built (no ${relative('', missing)}); run "npm run build" first.`);
  for (const part of parts) runtimeOf(part);
  requireServicesAs(given, options.parts);
  for (const choice of [authMode, dataSharing]) requireChoice(choice, options.parts, given);
  return {
    directory,
    parts,
    given,
    mainOf,
    host: hostIn(given),
    logOf: ({ name }) => join(directory, 'logs', `${name}.log`),
    compileCache: join(apps, '../compile-cache'),
    ports: options.ports,
    reset: options.reset ?? false,
    startDeadlineMs: options.startDeadlineMs ?? 30_000,
    stopDeadlineMs: options.stopDeadlineMs ?? STOP_DEADLINE_MS + 2 * (Number(given['DRAIN_MS']) || 0),
    prepareDatabases: options.prepareDatabases ?? (async () => {}),
    restart: options.restart ?? false,
    clock: options.clock ?? systemClock,
    signal: options.signal ?? new AbortController().signal,
    onEvent: options.onEvent ?? (() => {}),
  };
}

/** @throws StartError if HOST is no host. */
export function hostIn({ HOST: host }: NodeJS.ProcessEnv): string {
  if (!host) return '127.0.0.1';
  if (!isHost(host)) throw new StartError(`HOST ${hostRule}, not "${host}".`);
  return withoutBrackets(host);
}

/** Parts on free ports must not look for neighbours at the addresses of another stack. */
function surroundings(ports: StackOptions['ports']): NodeJS.ProcessEnv {
  if (ports === 'fixed') return process.env;
  const addresses = blueprints.flatMap(({ modules }) => modules.map(urlVariableOf));
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !addresses.includes(name)));
}
