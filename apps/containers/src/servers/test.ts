import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartError } from '@jobly/contracts';
import { quietly, say, step } from '@jobly/deployment';
import { bypassProxies } from '@jobly/stack';
import { type Docker, dockerWith } from '../docker';
import { cpusOfEngine } from '../engine';
import { givenSettings } from '../settings';
import type { ContainerStack } from '../stacks';
import { type Phase, underTraffic } from '../test/phases';
import { type UpdateResult, isGood, report } from '../test/update-report';
import { buildMachine, startMachine } from './machine';
import { playbookFor } from './playbook';
import { bringReleases } from './releases';

/** Some more than half a minute each. */
const REQUESTS_PER_PHASE = 1_000;
const FIRST_ANSWER_DEADLINE_MS = 30_000;

/**
 * Installs one stack after the other with the playbook, each on a machine of its own that is a container, and always
 * removes it again. The questions: does nobody notice an update, nor one whose migration fails?
 * @returns whether that is so.
 * @throws StartError if they cannot be installed.
 */
export async function test(
  stacks: readonly ContainerStack[],
  { release, json }: { release?: string; json: boolean },
  signal: AbortSignal,
): Promise<boolean> {
  bypassProxies([]);
  const settings = givenSettings();
  await cpusOfEngine(settings);
  const docker = dockerWith(settings, signal);
  const directory = await mkdtemp(join(tmpdir(), 'jobly-servers-'));
  const results: UpdateResult[] = [];
  try {
    const packed = release ?? join(directory, 'jobly.tar.gz');
    if (!release) {
      await step('Packing a release', () => quietly([process.execPath, 'tools/release.mjs', packed], { signal }));
    }
    await step('Building a machine', () => buildMachine(docker, settings));
    for (const stack of stacks) results.push(await testStack(stack, packed, docker, signal));
  } finally {
    await rm(directory, { recursive: true });
  }
  if (json) console.log(JSON.stringify({ passed: results.every(isGood), stacks: results }, null, 2));
  return results.every(isGood);
}

async function testStack(
  stack: ContainerStack,
  packed: string,
  docker: Docker,
  signal: AbortSignal,
): Promise<UpdateResult> {
  const name = `jobly-test-${process.pid}-${stack.name}`;
  try {
    const result = await examine(stack, name, packed, docker, signal);
    report(result);
    return result;
  } finally {
    // Without the signal, so that an interrupted test is cleaned up as well.
    await step(`Removing ${name}`, () => dockerWith(process.env).do('rm', '--force', '--volumes', name));
  }
}

async function examine(
  { name, port: { fallback: port } }: ContainerStack,
  machineName: string,
  packed: string,
  docker: Docker,
  signal: AbortSignal,
): Promise<UpdateResult> {
  const machine = await startMachine(machineName, [port], docker, signal);
  const releases = await bringReleases(packed, name, machine);
  const playbook = await playbookFor(name, machine);
  await step(`Installing ${name}`, async () => {
    const { isDone, said } = await playbook.run(releases.first);
    if (!isDone) throw new StartError(said);
  });
  const url = await machine.originOf(port);
  await firstAnswer(url, signal);

  const visit = { url, password: playbook.password, signal, atLeast: REQUESTS_PER_PHASE };
  const outcomes: boolean[] = [];
  const updateTo = (release: string) => async () => {
    const { isDone, said } = await playbook.run(release);
    if (!isDone) say(said);
    outcomes.push(isDone);
  };
  const phases: Phase[] = [
    await underTraffic('update to another release', visit, updateTo(releases.another)),
    await underTraffic('update back', visit, updateTo(releases.first)),
    await underTraffic('update whose migration fails', { ...visit, atLeast: 0 }, updateTo(releases.broken)),
  ];
  return { stack: name, phases, updated: outcomes[0]! && outcomes[1]!, takenBack: !outcomes[2] };
}

/** nginx has just been started when the playbook ends. */
async function firstAnswer(url: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + FIRST_ANSWER_DEADLINE_MS;
  const isReady = () =>
    fetch(`${url}/health/ready`, { signal }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isReady())) {
    if (performance.now() > deadline) throw new StartError(`Nothing answers at ${url} after the installation.`);
    await delay(100, undefined, { signal });
  }
}
