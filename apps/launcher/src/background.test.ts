import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from '@jobly/stack';
import { allGone, environmentApart, eventually, launch, makeWorkspace } from './launcher.fixture';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

let workspace: ReturnType<typeof makeWorkspace>;
let environment: Record<string, string>;
beforeEach(async () => {
  workspace = makeWorkspace();
  environment = await environmentApart();
});
afterEach(async () => {
  await start('stop').ended;
  workspace.remove();
});

const start = (...args: string[]) => launch(workspace.root, environment, args);

const monolith = () => (JSON.parse(readFileSync(join(workspace.data, 'stack.json'), 'utf8')) as Description).monolith!;

const logged = () => readFileSync(join(workspace.data, 'launcher.log'), 'utf8');

describe('in the background', () => {
  test('everything goes on when the start has returned, until it is stopped from elsewhere', async () => {
    const { code, output } = await start('--only', 'monolith', '--detach').ended;
    expect([code, output]).toEqual([0, expect.stringContaining('To stop everything: npm stop\n')]);
    const { url, pid } = monolith();
    expect(output).toContain(url);
    expect(output).toContain(`Its log is ${join(workspace.data, 'launcher.log')}.`);
    expect((await fetch(url)).status).toBe(200);

    expect(await start('stop').ended).toEqual({ code: 0, output: 'Stopped the monolith.\n' });
    await allGone([pid]);
    expect(existsSync(join(workspace.data, 'stack.json'))).toBe(false);
    expect(logged()).toContain('Everything is stopped.');
  });

  test('a part that dies there is restarted, and stopped like all others', async () => {
    await start('--only', 'monolith', '--detach').ended;
    const { url, pid } = monolith();
    process.kill(pid, 'SIGKILL');
    await eventually(() => logged().includes('The monolith is ready again'));
    const restarted = monolith();
    expect([restarted.url, restarted.pid]).toEqual([url, expect.any(Number)]);
    expect(restarted.pid).not.toBe(pid);
    expect(await start('stop').ended).toEqual({ code: 0, output: 'Stopped the monolith.\n' });
    await allGone([restarted.pid]);
  });

  test('a reset keeps the log that is being written', async () => {
    await start('--only', 'monolith', '--detach').ended;
    await start('stop').ended;
    const { code } = await start('--only', 'monolith', '--detach', '--reset').ended;
    expect([code, logged()]).toEqual([0, expect.stringContaining('npm stop')]);
  });

  test('it is described in JSON, too, and nothing else', async () => {
    const { output } = await start('--only', 'monolith', '--detach', '--json').ended;
    expect(output.split('\n')).toContain(JSON.stringify({ monolith: monolith() }));
  });

  test('what keeps it from starting is said in the terminal', async () => {
    await start('--only', 'monolith', '--detach').ended;
    const { code, output } = await start('--only', 'monolith', '--detach').ended;
    expect([code, output]).toEqual([1, expect.stringMatching(/^Jobly is already running on .* --data DIR\.\n$/)]);
    expect((await fetch(monolith().url)).status).toBe(200);
  });

  test('another directory is part of how to stop it', async () => {
    const { output } = await start('--only', 'monolith', '--detach', '--data', 'my data').ended;
    expect(output).toContain(`npm stop -- --data 'my data'`);
    expect(await start('stop', '--data', 'my data').ended).toMatchObject({ output: 'Stopped the monolith.\n' });
  });
});

describe('stopping', () => {
  test('says that nothing runs where nothing does, which is no failure', async () => {
    expect(await start('stop').ended).toEqual({
      code: 0,
      output: 'Nothing runs on .jobly; there is nothing to stop.\n',
    });
    expect(existsSync(workspace.data)).toBe(false);
  });

  test('ends also what runs in a terminal', async () => {
    const { says, ended } = start();
    await says('Ctrl-C stops everything.');
    const { output } = await start('stop').ended;
    expect(output).toBe(
      'Stopped the monolith, the microservices gateway, the users service, the companies service and the jobs service.\n',
    );
    expect(await ended).toMatchObject({ code: 0 });
  });

  test('waits for the end of what a killed start has left behind', async () => {
    const { says, kill, ended } = start('--only', 'monolith');
    await says('Ctrl-C stops everything.');
    const { pid } = monolith();
    kill('SIGKILL');
    await ended;
    expect(await start('stop').ended).toMatchObject({ code: 0 });
    await allGone([pid]);
    expect(await start('stop').ended).toMatchObject({ output: expect.stringContaining('Nothing runs') });
    expect(existsSync(join(workspace.data, 'stack.json'))).toBe(false);
  });
});
