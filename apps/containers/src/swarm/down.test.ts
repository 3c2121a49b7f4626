import { readFileSync } from 'node:fs';
import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { dockerWith } from '../docker';
import { remove } from './down';

afterAll(removePrograms);

/** The commands by which a stack is removed that has one volume and one secret. */
async function commandsOf(volumes: boolean): Promise<string[]> {
  const docker = `
    echo "$*" >>"$LOG"
    case "$1 $2 $*" in
    'volume ls '*com.docker.stack.namespace=jobly-micro*) echo jobly-micro_jobs-data ;;
    'secret ls '*jobly.stack=jobly-micro*) echo jobly-micro_jwt-secret ;;
    esac`;
  const { PATH } = environmentWith({ docker });
  await remove('jobly-micro', { volumes }, dockerWith({ PATH, LOG: `${PATH}/log` }));
  return readFileSync(`${PATH}/log`, 'utf8').split('\n');
}

describe('removing a stack', () => {
  it('leaves its data and secrets', async () => {
    const commands = await commandsOf(false);
    expect(commands).toContain('stack rm jobly-micro');
    expect(commands.filter((command) => /^(volume|secret) rm/.test(command))).toEqual([]);
  });

  it('removes its own on request, and nobody else’s', async () => {
    const commands = await commandsOf(true);
    expect(commands.filter((command) => /^(volume|secret) rm/.test(command))).toEqual([
      'volume rm jobly-micro_jobs-data',
      'secret rm jobly-micro_jwt-secret',
    ]);
  });
});
