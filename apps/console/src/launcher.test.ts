import { EventEmitter } from 'node:events';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { FromConsole, LaunchedPart, ToConsole } from '@jobly/stack';
import { launcher, thaw } from './launcher';

/** The launcher's end of the channel. */
function aChannel() {
  const events = new EventEmitter();
  const sent: FromConsole[] = [];
  const send = ((message: FromConsole) => sent.push(message) > 0) as NodeJS.Process['send'];
  const on = events.on.bind(events) as unknown as NodeJS.Process['on'];
  return { sent, channel: { on, send }, says: (message: ToConsole) => events.emit('message', message) };
}

test('each order is settled by its own answer', async () => {
  const { sent, channel, says } = aChannel();
  const { order } = launcher(channel);
  const [stopped, frozen] = [order({ do: 'stop', part: 'jobs' }), order({ do: 'freeze', part: 'jobs' })];
  says({ answer: sent[1]!.id, refused: 'The jobs service does not run.' });
  says({ answer: sent[0]!.id });
  await expect(frozen).rejects.toThrow('The jobs service does not run.');
  await expect(stopped).resolves.toBeUndefined();
});

test('without a launcher an order is refused in a sentence', async () => {
  await expect(launcher({ on: process.on }).order({ do: 'mend-all' })).rejects.toThrow(
    'start the console with npm start',
  );
});

test('what parts have received is passed on', () => {
  const { channel, says } = aChannel();
  const heard: unknown[] = [];
  launcher(channel).onReceived((...what) => heard.push(what));
  says({ name: 'jobs', received: 7 });
  expect(heard).toEqual([['jobs', 7]]);
});

test('what a launcher has frozen goes on when that is gone', async () => {
  const child = spawn('sleep', ['60']);
  const stateOf = () => /\) (\w) /.exec(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))?.[1];
  const until = async (state: string) => {
    while (stateOf() !== state) await new Promise(setImmediate);
  };
  child.kill('SIGSTOP');
  await until('T');
  const part: LaunchedPart = { name: 'jobs', url: '', pid: child.pid!, faults: { held: 'frozen', cut: [] } };
  thaw({ parts: () => [{ ...part, name: 'users', pid: null }, part] });
  await until('S');
  child.kill();
});
