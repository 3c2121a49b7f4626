import { randomBytes } from 'node:crypto';
import { bypassProxies } from '@jobly/stack';
import { StartError } from '@jobly/contracts';
import { makeReadable } from '../../readable';
import { step, told } from '@jobly/deployment';
import type { ContainerStack } from '../../stacks';
import { type Phase, underTraffic } from '../../test/phases';
import { settingsOfItsOwn } from '../../test/test';
import { type UpdateResult, isGood, report } from '../../test/update-report';
import { urlOf } from '../../up';
import { type Context, contextFor, nameOf } from '../context';
import { deploy, prepare, versionOf } from '../deploy';
import { dockerWith } from '../../docker';
import { remove } from '../down';
import { scaleOne } from '../scale';
import { roll } from '../update';
import { anotherVersion, brokenVersion } from './versions';

const MANY = 4;

/** Four phases together have more than 3,000. */
const REQUESTS_PER_PHASE = 780;

/**
 * Deploys one stack after the other, beside anything else that runs, and always removes it again. The questions: does
 * nobody notice a rolling update, nor replicas that come and go, nor an update whose migration fails?
 * @returns whether that is so.
 * @throws StartError if they cannot be deployed.
 */
export async function test(
  stacks: readonly ContainerStack[],
  { json }: { json: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  bypassProxies([]);
  const password = randomBytes(16).toString('hex');
  const ones = stacks.flatMap(({ processes }) => processes.map(({ replicas }) => [replicas, '1']));
  const own = { ...(await settingsOfItsOwn(stacks)), PUBLISH_ADDRESS: '', SEED_PASSWORD: password, LOG_LEVEL: 'warn' };
  const context = await contextFor(stacks, signal, { ...own, ...(Object.fromEntries(ones) as Record<string, string>) });
  makeReadable('docker');
  const results: UpdateResult[] = [];
  for (const stack of stacks) results.push(await testStack(stack, password, context));
  if (json) console.log(JSON.stringify({ passed: results.every(isGood), stacks: results }, null, 2));
  return results.every(isGood);
}

async function testStack(stack: ContainerStack, password: string, context: Context): Promise<UpdateResult> {
  const { settings } = context;
  const name = nameOf(stack, settings);
  const made: string[] = [];
  try {
    const tags = await versionOf(stack, undefined, context);
    await prepare(stack, context);
    const isUp = await told(`Deploying ${name}`, () => deploy(stack, tags, context));
    if (!isUp) throw new StartError(`${name} cannot be deployed.`);
    const result = await examine(stack, tags, password, context, made);
    report(result);
    return result;
  } finally {
    // Without the signal, so that an interrupted test is cleaned up as well.
    const docker = dockerWith(settings);
    await step(`Removing ${name}`, () => remove(name, { volumes: true }, docker));
    if (made.length > 0) await docker.do('image', 'rm', '--force', ...made);
  }
}

async function examine(
  stack: ContainerStack,
  tags: Record<string, string>,
  password: string,
  context: Context,
  made: string[],
): Promise<UpdateResult> {
  const { docker, settings, signal } = context;
  const visit = { url: urlOf(stack, settings), password, signal, atLeast: REQUESTS_PER_PHASE };
  const [next, broken] = [`test-${process.pid}`, `test-${process.pid}-broken`];
  made.push(...Object.keys(tags).map((image) => `${image}:${next}`));
  const newer = await anotherVersion(tags, next, docker);
  const outcomes: boolean[] = [];
  const rollTo = (versions: Record<string, string>) => async () => {
    outcomes.push(await roll(stack, versions, context));
  };
  const scaleTo = (replicas: number) => () => scaleOne(stack, [{ replicas }], context);

  const phases: Phase[] = [
    await underTraffic('update to another version', visit, rollTo(newer)),
    await underTraffic('update back', visit, rollTo(tags)),
    await underTraffic(`scale from 1 to ${MANY}`, visit, scaleTo(MANY)),
    await underTraffic(`scale from ${MANY} to 1`, visit, scaleTo(1)),
  ];
  const failing = await brokenVersion(stack, tags, broken, docker);
  made.push(...Object.entries(failing).flatMap(([image, tag]) => (tag === broken ? `${image}:${tag}` : [])));
  phases.push(await underTraffic('update whose migration fails', { ...visit, atLeast: 0 }, rollTo(failing)));
  return { stack: stack.name, phases, updated: outcomes[0]! && outcomes[1]!, takenBack: !outcomes[2] };
}
