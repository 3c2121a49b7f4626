import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort, requireFreePort } from './ports';
import { stacksOf } from './stacks';

describe('a port to be published', () => {
  const [stack] = stacksOf('micro');

  it('is complained of where it is taken, with the variable that sets another one', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const required = requireFreePort(stack!, { GATEWAY_PORT: String(port) });
    await expect(required).rejects.toThrow(new RegExp(`Port ${port} is taken.*GATEWAY_PORT`));
    server.close();
  });

  it('is fine where nobody uses it', async () => {
    await requireFreePort(stack!, { GATEWAY_PORT: String(await freePort()) });
  });
});
