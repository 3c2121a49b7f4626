import { StartError } from '@jobly/contracts';
import type { Machine } from './machine';
import { playbookFor } from './playbook';

const stopped = `
TASK [process : Stop here] *****************************************************
fatal: [machine]: FAILED! =>
    changed: false
    msg: 'The new version of the monolith does not get ready on machine: "Migration 1
        failed." What runs there was left alone.'

TASK [process : Stop it] *******************************************************
changed: [machine]
`;

function machineThat(run: () => Promise<void>) {
  const written: string[] = [];
  const machine: Machine = {
    address: '192.0.2.7',
    do: run,
    copy: () => Promise.resolve(),
    write: (text) => Promise.resolve(void written.push(text)),
    originOf: () => Promise.resolve('http://192.0.2.7'),
  };
  return { machine, written };
}

describe('the playbook on a machine to try', () => {
  it('seeds accounts whose password nobody else knows', async () => {
    const [one, two] = [machineThat(() => Promise.resolve()), machineThat(() => Promise.resolve())];
    const { password, run } = await playbookFor('monolith', one.machine);
    expect(one.written[0]).toContain(password);
    expect((await playbookFor('monolith', two.machine)).password).not.toBe(password);
    expect(await run('/root/first.tar.gz')).toEqual({ isDone: true, said: '' });
  });

  it('repeats the sentence that it stopped with, and nothing around it', async () => {
    const { machine } = machineThat(() => Promise.reject(new StartError(stopped)));
    const { run } = await playbookFor('monolith', machine);
    expect(await run('/root/broken.tar.gz')).toEqual({
      isDone: false,
      said: 'The new version of the monolith does not get ready on machine: "Migration 1 failed." What runs there was left alone.',
    });
  });

  it('repeats everything where there is no such sentence', async () => {
    const { machine } = machineThat(() => Promise.reject(new StartError('docker: not found')));
    const { run } = await playbookFor('monolith', machine);
    expect(await run('/root/first.tar.gz')).toEqual({ isDone: false, said: 'docker: not found' });
  });
});
