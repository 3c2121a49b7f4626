import { type Conformance, checkConformance, say, seconds, step } from '@jobly/deployment';
import { bypassProxies } from '@jobly/stack';
import pc from 'picocolors';
import { bringUp } from '../bring-up';
import { type Compose, composeOver } from '../compose';
import { type Engine, findEngine } from '../engine';
import { fetchImages } from '../images';
import { freePort } from '../ports';
import { givenSettings, settingsOf } from '../settings';
import type { ContainerStack } from '../stacks';
import { urlOf } from '../up';
import { type Replacement, replaceUnderLoad } from './replacement';
import { takeDown } from './take-down';

/** Enough for one to be killed. */
const REPLICAS = 2;

interface StackResult {
  stack: string;
  healthyMs: number;
  conformance: Conformance;
  replacements: Replacement[];
}

/**
 * Starts one stack after the other with two replicas of every process, beside anything else that runs, tests it, and
 * always takes it down again. The questions: does each keep the contract, and does nobody notice when a replica is
 * killed and replaced?
 * @returns whether all of that is so.
 * @throws StartError if they cannot be started.
 */
export async function test(
  stacks: readonly ContainerStack[],
  { json }: { json: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  bypassProxies([]);
  const given = givenSettings();
  const engine = await findEngine(given);
  const settings = {
    ...settingsOf(stacks, engine, REPLICAS, given),
    ...(await settingsOfItsOwn(stacks)),
  };
  await fetchImages(settings, { observability: false }, signal);
  await step('Building the images', () => composeOver(stacks, engine, settings, signal).do('build'));
  const results: StackResult[] = [];
  for (const stack of stacks) results.push(await testStack(stack, engine, settings, signal));
  const passed = results.every(isGood);
  if (json) console.log(JSON.stringify({ passed, stacks: results }, null, 2));
  return passed;
}

/**
 * A project, ports and data of its own; the settings that the suite knows; logs that tell which replica served a
 * request.
 */
export async function settingsOfItsOwn(stacks: readonly ContainerStack[]): Promise<NodeJS.ProcessEnv> {
  const ports = await Promise.all(stacks.map(async ({ port }) => [port.variable, String(await freePort())] as const));
  return {
    ...Object.fromEntries(ports),
    COMPOSE_PROJECT_NAME: `jobly-test-${process.pid}`,
    PUBLISH_ADDRESS: '127.0.0.1',
    SEED: 'true',
    SEED_PASSWORD: '',
    PASSWORD_MIN_LENGTH: '5',
    MONOLITH_AUTH_MODE: 'jwks',
    SOA_AUTH_MODE: 'jwks',
    MICRO_AUTH_MODE: 'jwks',
    MONOLITH_DATA_SHARING: 'call',
    SOA_DATA_SHARING: 'call',
    MICRO_DATA_SHARING: 'call',
    AUTH_RATE_LIMIT: '600',
    LOGIN_FAILURE_LIMIT: '20',
    TOKEN_TTL: '86400',
    CACHE_TTL: 'off',
    LOG_LEVEL: 'info',
  };
}

async function testStack(
  stack: ContainerStack,
  engine: Engine,
  settings: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<StackResult> {
  try {
    const compose = composeOver([stack], engine, settings, signal);
    const healthyMs = await step(`Starting ${stack.name}`, () => bringUp(compose, signal));
    return { stack: stack.name, healthyMs, ...(await examine(stack, compose, urlOf(stack, settings), signal)) };
  } finally {
    // Without the signal, so that an interrupted test is cleaned up as well.
    await step(`Taking ${stack.name} down`, () => takeDown(composeOver([stack], engine, settings)));
  }
}

async function examine(stack: ContainerStack, compose: Compose, url: string, signal: AbortSignal) {
  const conformance = await checkConformance(url, signal);
  const { passed, failures } = conformance;
  report(failures.length === 0, `${stack.name}: ${passed} conformance tests passed, ${failures.length} failed`);
  const replacements: Replacement[] = [];
  for (const { service } of stack.processes) {
    const replacement = await replaceUnderLoad(service, compose, url, signal);
    report(isUnnoticed(replacement), `${stack.name}: ${sentence(replacement)}`);
    replacements.push(replacement);
  }
  return { conformance, replacements };
}

const isUnnoticed = ({ reads }: Replacement) => Object.keys(reads.failures).length === 0;

const isGood = ({ conformance, replacements }: StackResult) =>
  conformance.failures.length === 0 && replacements.every(isUnnoticed);

function sentence({ service, reads, firstRequestMs }: Replacement): string {
  const failures = Object.entries(reads.failures).map(([kind, count]) => `${count} × ${kind}`);
  return (
    `one of two of ${service} killed under load: ${failures.join(', ') || 'none'} of ${reads.sent} reads failed, ` +
    `the slowest took ${Math.round(reads.slowestMs)} ms; another one served ${seconds(firstRequestMs)} after its start`
  );
}

const report = (isGood: boolean, what: string) => say(`${isGood ? pc.green('✓') : pc.red('✗')} ${what}`);
