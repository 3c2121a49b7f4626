import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { freePort, requireFreePort } from './ports';
import { stacksOf } from './stacks';

describe('a port to be published', () => {
  const [stack] = stacksOf('micro');

  it.each([
    [undefined, '127.0.0.1'],
    ['127.0.0.2', '127.0.0.2'],
    ['[::1]', '::1'],
  ])('is complained of where it is taken, with the variable that sets another one: at %s', async (given, address) => {
    const server = createServer().listen(0, address);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const required = requireFreePort(stack!, { GATEWAY_PORT: String(port), PUBLISH_ADDRESS: given });
    await expect(required).rejects.toThrow(new RegExp(`Port ${port} is taken.*GATEWAY_PORT`));
    server.close();
  });

  it('is fine where nobody uses it, and is left free', async () => {
    const port = await freePort();
    await requireFreePort(stack!, { GATEWAY_PORT: String(port) });
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(server.address()).toMatchObject({ port });
    server.close();
  });
});
