import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToConsole } from '@jobly/stack';
import { environmentApart, eventually, launch, makeWorkspace } from './launcher.fixture';

// The tests start processes, which takes long on a busy machine.
import.meta.jest.setTimeout(60_000);

let workspace: ReturnType<typeof makeWorkspace>;
let launched: ReturnType<typeof launch> | undefined;
beforeEach(() => (workspace = makeWorkspace()));
afterEach(async () => {
  launched?.kill('SIGTERM');
  await launched?.ended;
  workspace.remove();
});

/** Starts the monolith's stand-in, with this program as the console. */
async function start(program: string | undefined, args: string[] = []) {
  const folder = join(workspace.root, 'dist/apps/console');
  mkdirSync(folder, { recursive: true });
  if (program) writeFileSync(join(folder, 'main.js'), program);
  launched = launch(workspace.root, await environmentApart(), ['--only', 'monolith', ...args]);
  return launched;
}

const LISTENER = `
process.on('message', (message) => console.log(JSON.stringify(message)));
process.on('disconnect', () => process.exit(0));
process.send({ ready: { url: 'http://127.0.0.1:7' } });
`;

/** What the console has heard of the monolith's process, from the first to the last. */
const heard = () =>
  readFileSync(join(workspace.data, 'logs/console.log'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ToConsole)
    .flatMap((message) => ('parts' in message ? message.parts : []))
    .filter(({ name }) => name === 'monolith')
    .map(({ pid }) => pid);

test('the console hears which processes run, also after one has been restarted', async () => {
  const { says } = await start(LISTENER);
  const output = await says('Ctrl-C stops everything.');
  expect(output).toContain('Open http://127.0.0.1:7 to see them side by side.');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+(?=\S*\/companies)/.exec(output) ?? [];
  await fetch(`${url}/crash`).catch(() => {});
  await says('is ready again');
  await eventually(() => new Set(heard()).size === 3);
  const [first, down, again] = [...new Set(heard())];
  expect([typeof first, down, typeof again]).toEqual(['number', null, 'number']);
});

test('a console that cannot start is said so, and the stacks run without it', async () => {
  const reason = 'Port 3000 is taken; set CONSOLE_PORT to another one.';
  const { says } = await start(`process.send({ failed: { reason: '${reason}' } }, () => process.exit(1))`);
  const output = await says('Ctrl-C stops everything.');
  expect(output).toContain(`is not there: ${reason} The stacks run without it.`);
  expect(output).not.toContain('side by side');
});

test('the console is told where spans are collected, if they are', async () => {
  const { says } = await start(`console.log(process.env.TRACES); ${LISTENER}`, ['--traces']);
  await says('Ctrl-C stops everything.');
  expect(readFileSync(join(workspace.data, 'logs/console.log'), 'utf8')).toMatch(/^\.jobly\n/);
});

test('without the console, nothing is started but the stacks', async () => {
  const { says } = await start(undefined, ['--no-console']);
  expect(await says('Ctrl-C stops everything.')).not.toContain('browser');
});

/** Stops the monolith as soon as that is possible, and goes when that is done. */
const SABOTEUR = `
const stop = () => process.send({ id: 1, order: { do: 'stop', part: 'monolith' } });
process.on('message', ({ refused, parts }) => {
  if (refused === 'The stacks have not started yet.') stop();
  if (parts?.some(({ pid, faults }) => pid === null && faults.held === 'stopped')) process.exit(0);
});
process.send({ ready: { url: 'http://127.0.0.1:7' } });
stop();
`;

test('what is ordered in the console is done, said, and undone when the console goes', async () => {
  const { says } = await start(SABOTEUR);
  await says('In the browser: stop the monolith.');
  await says('has ended, and stays down.');
  const output = await says('The monolith is ready again');
  expect(output).toContain('In the browser: mend everything at the monolith.');
  expect(output).not.toContain('though nobody stopped it');
});

test('with --no-restart nothing can be made to fail, and the reason is said', async () => {
  const { says } = await start(
    `process.on('message', ({ refused }) => refused?.includes('not started') ? order() : refused && console.log(refused));
    const order = () => process.send({ id: 1, order: { do: 'mend-all' } });
    process.send({ ready: { url: 'http://127.0.0.1:7' } });
    order();`,
    ['--no-restart'],
  );
  await says('Ctrl-C stops everything.');
  const log = join(workspace.data, 'logs/console.log');
  await eventually(() => readFileSync(log, 'utf8').includes('start without it to let parts fail'));
});
