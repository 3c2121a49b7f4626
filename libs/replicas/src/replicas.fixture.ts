import { type RequestListener, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Lookup } from './addresses';
import type { Replicas } from './replicas';
import { replicasAt } from './replicas-at';

const names = ['127.0.0.2', '127.0.0.3'] as const;
type Address = (typeof names)[number];

/** Two processes at the same port of two addresses, and a name that resolves as the test says. */
export async function twoReplicas(answer: (at: Address) => RequestListener) {
  const heard: Record<Address, string[]> = { '127.0.0.2': [], '127.0.0.3': [] };
  const servers = names.map((at) => {
    const listener = answer(at);
    return createServer((request, response) => {
      heard[at].push(request.method!);
      listener(request, response);
    });
  });
  let port = 0;
  for (const [index, server] of servers.entries()) {
    await new Promise<void>((resolve) => server.listen(port, names[index], resolve));
    ({ port } = server.address() as AddressInfo);
  }
  const name = { addresses: [...names] as string[] | Error };
  const lookup: Lookup = async () => {
    if (name.addresses instanceof Error) throw name.addresses;
    return name.addresses;
  };
  const replicas = replicasAt(`http://jobs.internal:${port}`, { connections: 8 }, lookup);

  /** Behaves like a killed process: it stops listening, and its connections are lost. */
  const kill = (at: Address) =>
    new Promise((resolve) => {
      const server = servers[names.indexOf(at)]!;
      server.close(resolve);
      server.closeAllConnections();
    });

  return {
    heard,
    name,
    port,
    replicas,
    kill,
    async stop() {
      await Promise.all(names.map(kill));
      await replicas.close();
    },
  };
}

/** The text of the answer from whichever replica is asked. */
export const ask = (replicas: Replicas, method: 'GET' | 'POST' = 'GET'): Promise<string> =>
  replicas.ask(async (replica) => text((await replica.request({ method, path: '/' })).body));
