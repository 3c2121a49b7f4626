import { createServer } from 'node:net';
import { StartError, withoutBrackets } from '@jobly/contracts';
import type { ContainerStack } from './stacks';

export const portOf = ({ port: { variable, fallback } }: ContainerStack, settings: NodeJS.ProcessEnv): number =>
  Number(settings[variable] || fallback);

/** An IPv6 address is in brackets, as compose wants it. */
export const publishAddress = (settings: NodeJS.ProcessEnv): string => settings['PUBLISH_ADDRESS'] || '127.0.0.1';

/** @throws StartError naming the port that is taken and the variable that sets another one. */
export async function requireFreePort(stack: ContainerStack, settings: NodeJS.ProcessEnv): Promise<void> {
  const port = portOf(stack, settings);
  await opened(port, withoutBrackets(publishAddress(settings))).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') return;
    const { variable } = stack.port;
    throw new StartError(`Port ${port} is taken (by "npm start" perhaps); stop what uses it, or set ${variable}.`);
  });
}

/** A port of the local machine that nobody uses at the moment. */
export const freePort = () => opened(0, '127.0.0.1');

const opened = (port: number, host: string) =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, host, () => {
      const address = server.address() as { port: number };
      server.close(() => resolve(address.port));
    });
  });
