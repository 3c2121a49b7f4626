import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Description } from '@jobly/stack';
import { allGone, environmentApart, launch, makeWorkspace } from './launcher.fixture';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

const READY = 'Ctrl-C stops everything.';
let workspace: ReturnType<typeof makeWorkspace>;
let environment: Record<string, string>;
beforeEach(async () => {
  workspace = makeWorkspace();
  environment = await environmentApart();
});
afterEach(async () => {
  const { pids } = running();
  for (const { kill } of started.splice(0)) kill('SIGTERM');
  await allGone(pids);
  workspace.remove();
});

const started: ReturnType<typeof launch>[] = [];
function start(args: string[] = [], env: Record<string, string> = {}) {
  const launched = launch(workspace.root, { ...environment, ...env }, args);
  started.push(launched);
  return launched;
}

/** The running parts according to stack.json. */
function running() {
  const file = join(workspace.data, 'stack.json');
  const stack = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Description) : {};
  const { monolith, micro } = stack;
  const pids = [monolith, ...Object.values(micro?.services ?? {})].flatMap((part) => part?.pid ?? []);
  return { ...stack, pids };
}

test('starts both architectures, says where they are and what to try, and ends on Ctrl-C with nothing left', async () => {
  const { says, kill, ended } = start();
  const output = await says(READY);
  const { monolith, micro, pids } = running();
  expect(pids).toHaveLength(5);
  for (const url of [monolith?.url, micro?.url]) {
    expect(output).toContain(`curl -s '${url}/companies`);
    expect((await fetch(url ?? '')).status).toBe(200);
  }
  for (const pid of pids) expect(output).toMatch(new RegExp(`http://\\S+[ │]+${pid}[ │]+[\\d,]+ ms`));
  kill('SIGINT');
  const end = await ended;
  expect(end.code).toBe(0);
  expect(end.output).toContain('Everything is stopped.');
  await allGone(pids);
  expect(existsSync(join(workspace.data, 'stack.json'))).toBe(false);
});

test('SIGTERM stops everything, too; the loss of a terminal that it does not have, as under nohup, does not', async () => {
  const { says, kill, ended } = start(['--only', 'monolith']);
  await says(READY);
  kill('SIGHUP');
  // By the time another one has started, this one would have stopped.
  const another = await start(['--only', 'monolith', '--data', 'elsewhere']).ended;
  expect(another.output).toContain('(MONOLITH_PORT) is taken');
  kill('SIGTERM');
  expect(await ended).toMatchObject({ code: 0, output: expect.stringContaining('Everything is stopped.') });
});

test('when it is killed, its parts end by themselves and the next start just works', async () => {
  const first = start();
  await first.says(READY);
  const { pids } = running();
  expect(pids).toHaveLength(5);
  first.kill('SIGKILL');
  await first.ended;
  const second = start();
  await second.says(READY);
  await allGone(pids);
  const next = running().pids;
  expect(next).toHaveLength(5);
  expect(next.filter((pid) => pids.includes(pid))).toEqual([]);
});

test('a part that dies is named with its last words and restarted, and the others never notice', async () => {
  const { says, kill, ended } = start();
  await says(READY);
  const { monolith, micro, pids } = running();
  process.kill(monolith?.pid ?? 0, 'SIGKILL');
  await fetch(`${micro?.services.jobs.url}/crash`).catch(() => {});
  await says('The monolith is ready again');
  const output = await says('The jobs service is ready again');
  expect(output).toContain(
    `The jobs service (pid ${micro?.services.jobs.pid}) has ended though nobody stopped it: Out of cheese.`,
  );
  expect(output).toContain(join(workspace.data, 'logs/jobs.log'));
  expect(output).toContain('It is restarted in 1 s (attempt 1 of 5).');

  const now = running();
  const { gateway, users, companies } = micro!.services;
  expect(now.micro?.services).toMatchObject({ gateway, users, companies });
  expect(now.pids.filter((pid) => !pids.includes(pid))).toHaveLength(2);
  for (const url of [monolith!.url, micro!.services.jobs.url]) expect((await fetch(url)).status).toBe(200);
  kill('SIGTERM');
  expect((await ended).code).toBe(0);
  await allGone(now.pids);
});

test('with --no-restart, a part that dies is named with its last words, and everything is stopped', async () => {
  const { says, ended } = start(['--no-restart']);
  await says(READY);
  const { micro, pids } = running();
  await fetch(`${micro?.services.jobs.url}/crash`).catch(() => {});
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output).toContain(
    `The jobs service (pid ${micro?.services.jobs.pid}) has ended though nobody stopped it: Out of cheese.`,
  );
  expect(output).toContain('Stopping the others …');
  await allGone(pids);
});

test('only one of the two can be started, and described in JSON', async () => {
  const { says, kill, ended } = start(['--only', 'micro', '--json']);
  await says('}\n');
  const { micro } = running();
  kill('SIGTERM');
  const lines = (await ended).output.split('\n');
  expect(lines).toContain(JSON.stringify({ micro }));
});

describe('what keeps it from starting is said in one sentence:', () => {
  test('a stack that already runs there', async () => {
    const first = start();
    await first.says(READY);
    const { code, output } = await start().ended;
    expect([code, output]).toEqual([1, expect.stringMatching(/^Jobly is already running on .* --data DIR\.\n$/)]);
    expect(running().pids).toHaveLength(5);
  });

  test('a taken port', async () => {
    await start().says(READY);
    const { code, output } = await start(['--data', 'elsewhere']).ended;
    const taken =
      /^Port \d+ \(MONOLITH_PORT\) is taken; stop what listens there, or set MONOLITH_PORT to another port\.\n$/;
    expect([code, output]).toEqual([1, expect.stringMatching(taken)]);
  });

  test('apps that are not built', async () => {
    rmSync(join(workspace.root, 'dist'), { recursive: true });
    const { code, output } = await start().ended;
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^The apps are not built .* run "npm run build" first\.\n$/),
    ]);
  });

  test('a variable that an app refuses', async () => {
    const refusing = `process.emitWarning('old'); const reason = 'MONOLITH_POOL must be a whole number.';
      process.send({ failed: { reason, expected: true } }, () => process.exit(1));`;
    writeFileSync(join(workspace.root, 'dist/apps/monolith/main.js'), refusing);
    const { code, output } = await start(['--only', 'monolith']).ended;
    expect([code, output]).toEqual([1, 'The monolith could not start: MONOLITH_POOL must be a whole number.\n']);
  });

  test('a directory that is someone else’s, even with --reset', async () => {
    mkdirSync(join(workspace.root, 'thesis'));
    writeFileSync(join(workspace.root, 'thesis/chapter-1.txt'), 'irreplaceable');
    const { code, output } = await start(['--data', 'thesis', '--reset']).ended;
    expect([code, output]).toEqual([1, expect.stringMatching(/holds files that are not Jobly's.*nothing was touched/)]);
    expect(existsSync(join(workspace.root, 'thesis/chapter-1.txt'))).toBe(true);
  });
});
