import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { StartError } from '@jobly/contracts';
import type { Plan } from './plan';
import type { Blueprint, PartName } from './topology';

/** Below the operating systems' ephemeral ports (Linux: from 32768, macOS: from 49152). */
const FREE_PORTS = { from: 15_000, below: 32_000 };

type PortPlan = Pick<Plan, 'parts' | 'given' | 'host' | 'ports'>;

export type Ports = Partial<Record<PartName, number>>;

/**
 * The port of each part: the variable's or the default, checked to be free, or any free one.
 * @throws StartError naming the port and its variable.
 */
export const choosePorts = (plan: PortPlan): Promise<Ports> =>
  plan.ports === 'fixed' ? fixedPorts(plan) : freePorts(plan);

async function fixedPorts({ parts, given, host }: PortPlan): Promise<Ports> {
  const ports: Ports = {};
  const variables = new Map<number, string>();
  for (const { name, port: setting } of parts) {
    const port = portIn(given, setting);
    const other = variables.get(port);
    if (other) throw new StartError(`${other} and ${setting.variable} both name port ${port}; change one of them.`);
    variables.set(port, setting.variable);
    ports[name] = port;
  }
  await Promise.all([...variables].map(([port, variable]) => requireFree(port, variable, host)));
  return ports;
}

function portIn(given: NodeJS.ProcessEnv, { variable, fallback }: Blueprint['port']): number {
  const port = Number(given[variable] || fallback);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartError(`${variable} must be a port from 1 to 65535, not "${given[variable]}".`);
}

async function requireFree(port: number, variable: string, host: string): Promise<void> {
  const obstacle = await obstacleAt(port, host);
  if (!obstacle) return;
  if (!isAboutPort(obstacle)) throw unusable(host, obstacle);
  const why = obstacle === 'EADDRINUSE' ? 'is taken; stop what listens there, or' : 'is not open to this user;';
  throw new StartError(`Port ${port} (${variable}) ${why} set ${variable} to another port.`);
}

async function freePorts({ parts, host }: PortPlan): Promise<Ports> {
  const chosen = new Set<number>();
  while (chosen.size < parts.length) chosen.add(await freePort(host));
  const ports = [...chosen];
  return Object.fromEntries(parts.map(({ name }, index) => [name, ports[index]]));
}

/** The last ones that this process has chosen, of which some may not be listened on yet: stacks start at the same time. */
const chosenBefore = new Set<number>();
const REMEMBERED = 1_000;

/**
 * A port that nobody listens on at the moment, and that this process has not just chosen.
 * @throws StartError if nobody can listen at this address.
 */
export async function freePort(host: string): Promise<number> {
  for (;;) {
    const port = randomInt(FREE_PORTS.from, FREE_PORTS.below);
    if (chosenBefore.has(port)) continue;
    chosenBefore.add(port);
    const [oldest] = chosenBefore;
    if (chosenBefore.size > REMEMBERED) chosenBefore.delete(oldest!);
    const obstacle = await obstacleAt(port, host);
    if (!obstacle) return port;
    if (!isAboutPort(obstacle)) throw unusable(host, obstacle);
  }
}

const isAboutPort = (obstacle: string) => obstacle === 'EADDRINUSE' || obstacle === 'EACCES';

const unusable = (host: string, obstacle: string) =>
  new StartError(`HOST ${host} cannot be listened on (${obstacle}); set it to 127.0.0.1, for instance.`);

/** The reason that a server cannot listen there, as the system's error code. */
function obstacleAt(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
