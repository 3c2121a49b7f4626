import { allOrNone } from './all-or-none';

function ofThree() {
  const stopped: string[] = [];
  const start = async (name: string) => ({ name, stop: async () => void stopped.push(name) });
  return { stopped, start };
}

describe('things that are started together', () => {
  it('run until all of them are stopped', async () => {
    const { stopped, start } = ofThree();
    const { started, stop } = await allOrNone(async (keep) => [keep(await start('one')), keep(await start('two'))]);
    expect(started.map(({ name }) => name)).toEqual(['one', 'two']);
    expect(stopped).toEqual([]);
    await stop();
    expect(stopped).toEqual(['one', 'two']);
  });

  it('are stopped again when one of them cannot be started', async () => {
    const { stopped, start } = ofThree();
    const failing = allOrNone(async (keep) => {
      keep(await start('one'));
      throw new Error('two cannot start');
    });
    await expect(failing).rejects.toThrow('two cannot start');
    expect(stopped).toEqual(['one']);
  });
});
