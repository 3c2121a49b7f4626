import { type AddressInfo, createServer } from 'node:net';
import { choosePorts } from './ports';
import { blueprints } from './topology';

const host = '127.0.0.1';
const choose = (given: NodeJS.ProcessEnv, ports: 'fixed' | 'free' = 'fixed', on = host) =>
  choosePorts({ parts: blueprints, given, host: on, ports });

/** Free ports for the other parts, so that they do not interfere. */
const others = async () => {
  const free = await choose({}, 'free');
  return Object.fromEntries(blueprints.map(({ name, port }) => [port.variable, String(free[name])]));
};

test('free ports are free and different', async () => {
  const ports = Object.values(await choose({}, 'free'));
  expect(new Set(ports).size).toBe(blueprints.length);
});

test('free ports are different, too, for stacks that start at the same time', async () => {
  const stacks = await Promise.all(Array.from({ length: 100 }, () => choose({}, 'free')));
  const ports = stacks.flatMap((chosen) => Object.values(chosen));
  expect(new Set(ports).size).toBe(100 * blueprints.length);
});

test('fixed ports are those of the variables', async () => {
  const given = await others();
  expect(await choose(given)).toMatchObject({
    monolith: Number(given['MONOLITH_PORT']),
    jobs: Number(given['JOBS_PORT']),
  });
});

test('a taken port is named with its variable', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  await expect(choose({ ...(await others()), JOBS_PORT: String(port) })).rejects.toThrow(
    `Port ${port} (JOBS_PORT) is taken; stop what listens there, or set JOBS_PORT to another port.`,
  );
  server.close();
});

test.each(['0', '65536', '3001.5', 'http'])('%s is not a port', async (value) => {
  await expect(choose({ ...(await others()), USERS_PORT: value })).rejects.toThrow(
    `USERS_PORT must be a port from 1 to 65535, not "${value}".`,
  );
});

test('two variables cannot name the same port', async () => {
  const given = await others();
  await expect(choose({ ...given, USERS_PORT: given['JOBS_PORT'] })).rejects.toThrow(
    /USERS_PORT and JOBS_PORT both name/,
  );
});

test.each(['fixed', 'free'] as const)('a host that is not this machine’s is named (%s ports)', async (ports) => {
  // RFC 5737: an address for documentation, which nobody has.
  await expect(choose(await others(), ports, '192.0.2.1')).rejects.toThrow('HOST 192.0.2.1 cannot be listened on');
});
