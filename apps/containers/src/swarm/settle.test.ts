import { writeFileSync } from 'node:fs';
import { environmentWith, removePrograms } from '../fake-docker.fixture';
import { dockerWith } from '../docker';
import { reportFailures } from './failed-updates';
import { settled } from './settle';

afterAll(removePrograms);

const { signal } = new AbortController();

/** A swarm with one service; the state of its update is told at every look, one after the other. */
function swarm(...updates: string[]) {
  const spec = '"Spec":{"Name":"jobly_jobs","Mode":{"Replicated":{"Replicas":1}},';
  const image = '"TaskTemplate":{"ContainerSpec":{"Image":"jobly/jobs:v1"}}}';
  const docker = `
    case "$1 $2" in
    'service ls') echo a1 ;;
    'service inspect')
      set -- $(while read -r line; do echo "$line"; done <"$UPDATES")
      echo "[{${spec.replaceAll('"', '\\"')}${image.replaceAll('"', '\\"')},\\"UpdateStatus\\":{\\"State\\":\\"$1\\"}}]"
      [ $# -eq 1 ] || { shift; echo "$*" >"$UPDATES"; } ;;
    'service ps')
      printf 't1\\tjobly/jobs:v1\\tRunning\\tRunning 3 seconds ago\\t\\n'
      printf 't2\\tjobly/jobs:v2\\tShutdown\\tFailed 5 seconds ago\\ttask: non-zero exit (1)\\n' ;;
    'service logs') echo 'Migration x failed and was taken back: division by zero.' >&2 ;;
    esac`;
  const { PATH } = environmentWith({ docker });
  writeFileSync(`${PATH}/updates`, `${updates.join(' ')}\n`);
  return dockerWith({ PATH, UPDATES: `${PATH}/updates` });
}

describe('an update', () => {
  it('is waited for, and leaves nothing to tell when it is complete', async () => {
    await expect(settled('jobly', swarm('updating', 'updating', 'completed'), signal)).resolves.toEqual([]);
  });

  it('that is taken back names the service, what goes on serving, and what the new version said', async () => {
    const docker = swarm('updating', 'rollback_started', 'rollback_completed');
    const failed = await settled('jobly', docker, signal);
    const said = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    await reportFailures(failed, docker);
    expect(said.mock.calls.join('\n')).toMatch(
      /The update of jobly_jobs failed and was taken back: jobly\/jobs:v1 goes on serving\. .*\nMigration x failed/,
    );
    said.mockRestore();
  });

  it('that is paused is told how to be taken back', async () => {
    const docker = swarm('paused');
    const said = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
    await reportFailures(await settled('jobly', docker, signal), docker);
    expect(said.mock.calls.join('\n')).toContain('"docker service rollback jobly_jobs" takes it back');
    said.mockRestore();
  });
});
