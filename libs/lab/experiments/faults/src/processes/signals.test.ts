import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { SCHEDULE } from '../schedule/strikes';
import { killed, stopped } from './signals';

/** Says something for everything that it is told. */
const PROGRAM = 'process.stdin.on("data", () => process.stdout.write("here"))';

let child: ChildProcess;
beforeEach(() => {
  child = spawn(process.execPath, ['--eval', PROGRAM], { stdio: ['pipe', 'pipe', 'ignore'] });
});
afterEach(() => child.kill('SIGKILL'));

const victim = () => ({ stack: 'micro' as const, part: 'jobs service', pid: child.pid! });

const said = () => {
  const heard = once(child.stdout!, 'data');
  child.stdin!.write('?');
  return heard;
};

describe('a process', () => {
  it('that is stopped goes on when the fault ends', async () => {
    await said();
    const fault = stopped(victim());
    fault.begin();
    let isHeard = false;
    const heard = said().then(() => (isHeard = true));
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(isHeard).toBe(false);
    fault.end();
    expect(await heard).toBe(true);
    expect(fault.mendedMs).toBe(SCHEDULE.endsMs);
  });

  it('that is killed has to be started again from then on', async () => {
    const exited = once(child, 'exit');
    const fault = killed(victim());
    fault.begin();
    expect(await exited).toEqual([null, 'SIGKILL']);
    fault.end();
    expect(fault.mendedMs).toBe(SCHEDULE.beginsMs);
  });
});
