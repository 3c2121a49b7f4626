import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { StartError } from '@jobly/contracts';
import { type Reads, checkConformance, readConstantly, say, step } from '@jobly/deployment';
import { freePort } from '@jobly/stack';
import { SEED_PASSWORD } from '../manifests/pod';
import { PROXY, PROXY_PORT } from '../manifests/proxy';
import { down } from './down';
import type { Kubectl } from './kubectl';
import { type Target, render } from './rendered';
import { up } from './up';

/** These reach every process, and calls between them. */
const PATHS = ['/companies?limit=5', '/companies/abbott-partners', '/jobs?limit=5', '/jobs/1'];
const PER_SECOND = 20;

/**
 * Brings a stack into a namespace of its own, checks it against the contract, and restarts each of its processes,
 * replica by replica, under constant reads; then takes it away.
 * @returns whether the contract is kept and not one read has failed
 */
export async function test(target: Target, build: boolean, signal: AbortSignal): Promise<boolean> {
  try {
    // The suite knows this one.
    const kubectl = await up(target, { build, secrets: { [SEED_PASSWORD]: 'password' } }, signal);
    return await examine(kubectl, target, signal);
  } finally {
    await down(target.namespace, { volumes: true }, AbortSignal.timeout(120_000));
  }
}

async function examine(kubectl: Kubectl, target: Target, signal: AbortSignal): Promise<boolean> {
  const port = await freePort('127.0.0.1');
  const forwarding = await forward(target.namespace, port);
  try {
    const url = `http://127.0.0.1:${port}`;
    const { passed, failures } = await checkConformance(url, signal);
    say(`${target.topology}: ${passed} conformance tests passed, ${failures.length} failed`);
    const servers = (await render(kubectl, target)).flatMap(({ kind, metadata }) =>
      kind === 'Deployment' && metadata?.name !== PROXY ? metadata!.name! : [],
    );
    let isUnnoticed = true;
    for (const name of servers) {
      const { sent, failures: lost } = await restartUnderLoad(kubectl, target.namespace, name, url);
      const kinds = Object.entries(lost).map(([kind, count]) => `${count} × ${kind}`);
      say(`${name} restarted under load: ${kinds.join(', ') || 'none'} of ${sent} reads failed`);
      isUnnoticed &&= kinds.length === 0;
    }
    return failures.length === 0 && isUnnoticed;
  } finally {
    forwarding.kill();
  }
}

async function restartUnderLoad(kubectl: Kubectl, namespace: string, name: string, url: string): Promise<Reads> {
  const reading = readConstantly(url, { paths: PATHS, perSecond: PER_SECOND, token: '' });
  try {
    await step(`Restarting ${name}`, async () => {
      await kubectl.do(['rollout', 'restart', `deployment/${name}`, '--namespace', namespace]);
      await kubectl.do(['rollout', 'status', `deployment/${name}`, '--namespace', namespace, '--timeout=300s']);
    });
  } finally {
    await reading.stop();
  }
  return reading.stop();
}

/** @throws StartError if nginx cannot be reached. */
async function forward(namespace: string, port: number) {
  const command = ['port-forward', '--namespace', namespace, `service/${PROXY}`, `${port}:${PROXY_PORT}`];
  const child = spawn('kubectl', command, { stdio: ['ignore', 'pipe', 'inherit'] });
  const first = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => undefined)]);
  if (!first) throw new StartError(`kubectl ${command.join(' ')} has failed.`);
  return child;
}
