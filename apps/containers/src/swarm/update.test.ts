import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { stacksOf } from '../stacks';
import { dockerWith } from '../docker';
import { roll } from './update';

afterAll(removePrograms);

const [micro] = stacksOf('micro');

/** Rolls a version out in a swarm that does at once what it is told. Returns what each command has deployed. */
async function rolled(failing?: string): Promise<{ isDone: boolean; deployed: string[][] }> {
  const docker = `
    case "$1 $2" in
    'stack deploy') while IFS= read -r line; do echo "$line"; done >>"$LOG"; echo '---' >>"$LOG" ;;
    'service ls') echo a ;;
    'service inspect')
      echo "[{\\"Spec\\":{\\"Name\\":\\"jobly-micro_${failing ?? 'users'}\\",\\"Mode\\":{\\"Replicated\\":{\\"Replicas\\":1}},"
      echo "\\"TaskTemplate\\":{\\"ContainerSpec\\":{\\"Image\\":\\"v1\\"}}},"
      echo "\\"UpdateStatus\\":{\\"State\\":\\"${failing ? 'rollback_completed' : 'completed'}\\"}}]" ;;
    'service ps') printf 't\\tv1\\tRunning\\tRunning\\t\\n' ;;
    esac`;
  const { PATH } = environmentWith({ docker });
  const settings = { PATH, LOG: `${PATH}/log`, COMPOSE_PROJECT_NAME: 'jobly' };
  writeFileSync(settings.LOG, '');
  const context = { settings, docker: dockerWith(settings), signal: new AbortController().signal, engine: undefined! };
  const isDone = await roll(micro!, {}, context);
  const files = readFileSync(settings.LOG, 'utf8').split('---\n').filter(Boolean);
  return { isDone, deployed: files.map((file) => Object.keys((parse(file) as { services: object }).services)) };
}

describe('rolling a version out', () => {
  it('replaces one process after the other, the one behind nginx last, and then all else', async () => {
    const { isDone, deployed } = await rolled();
    expect(isDone).toBe(true);
    expect(deployed.slice(0, -1)).toEqual([['jobs'], ['companies'], ['users'], ['gateway']]);
    expect(deployed.at(-1)).toEqual(expect.arrayContaining(['jobs', 'jobs-postgres', 'micro-nginx']));
  });

  it('ends with the first process whose update fails', async () => {
    const said = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    await expect(rolled('companies')).resolves.toEqual({ isDone: false, deployed: [['jobs'], ['companies']] });
    said.mockRestore();
  });
});
