import { readFileSync, writeFileSync } from 'node:fs';
import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { stacksOf } from '../stacks';
import { dockerWith } from '../docker';
import { type Scale, scaleOne } from './scale';

afterAll(removePrograms);

const [micro] = stacksOf('micro');

/** A swarm that does at once what it is told, with one replica of gateway and three of jobs. Returns its commands. */
async function scaled(...scales: Scale[]): Promise<string[]> {
  const docker = `
    [ "$2" != scale ] || echo "$4" >>"$LOG"
    jobs=3 gateway=1
    while IFS== read -r name count; do
      case "$name" in *_jobs) jobs=$count ;; *_gateway) gateway=$count ;; esac
    done <"$LOG"
    service() {
      echo "{\\"Spec\\":{\\"Name\\":\\"jobly-micro_$1\\",\\"Mode\\":{\\"Replicated\\":{\\"Replicas\\":$2}},"
      echo "\\"TaskTemplate\\":{\\"ContainerSpec\\":{\\"Image\\":\\"v1\\"}}}}"
    }
    case "$1 $2" in
    'service ls') echo a; echo b ;;
    'service inspect') echo "[$(service gateway "$gateway"),$(service jobs "$jobs")]" ;;
    'service ps')
      case "$*" in *_jobs) left=$jobs ;; *) left=$gateway ;; esac
      while [ "$left" -gt 0 ]; do printf 't\\tv1\\tRunning\\tRunning\\t\\n'; left=$((left - 1)); done ;;
    esac`;
  const { PATH } = environmentWith({ docker, commands: '' });
  const settings = { PATH, LOG: `${PATH}/log`, COMPOSE_PROJECT_NAME: 'jobly' };
  writeFileSync(settings.LOG, '');
  const context = { settings, docker: dockerWith(settings), signal: new AbortController().signal, engine: undefined! };
  await scaleOne(micro!, scales, context);
  return readFileSync(settings.LOG, 'utf8').split('\n').filter(Boolean);
}

describe('scaling', () => {
  it('adds one replica after the other', async () => {
    await expect(scaled({ service: 'gateway', replicas: 3 })).resolves.toEqual([
      'jobly-micro_gateway=2',
      'jobly-micro_gateway=3',
    ]);
  });

  it('takes all at once away that are too many', async () => {
    await expect(scaled({ service: 'jobs', replicas: 1 })).resolves.toEqual(['jobly-micro_jobs=1']);
  });

  it('names the processes of a stack if it has no such one', async () => {
    await expect(scaled({ service: 'mail', replicas: 2 })).rejects.toThrow(
      'micro has no process mail; it has gateway, users, companies, jobs.',
    );
  });
});
