import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { platform } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { droppedConnections } from './listen-queue';

const onLinux = platform() === 'linux' ? it : it.skip;

const SERVER = `const server = require('node:net').createServer();
server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(server.address().port));`;

onLinux('connections that a server does not accept, and for which its queue has no room, are counted', async () => {
  const server = spawn(process.execPath, ['-e', SERVER], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [output] = (await once(server.stdout, 'data')) as [Buffer];
  server.kill('SIGSTOP');
  const before = droppedConnections()!;
  const clients = Array.from({ length: 8 }, () =>
    connect(Number(output.toString()), '127.0.0.1').on('error', () => {}),
  );
  try {
    const patience = AbortSignal.timeout(30_000);
    while (droppedConnections() === before && !patience.aborted) await setImmediate();
    expect(droppedConnections()).toBeGreaterThan(before);
  } finally {
    for (const client of clients) client.destroy();
    server.kill('SIGKILL');
  }
});
