import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { resourcesOf } from '../manifests/manifests.fixture';
import { textOf } from './rendered';

interface Answers {
  /** The context; of a cluster of this machine by default. */
  context?: string;
  version?: object;
  secrets?: object[];
  jobs?: object[];
  pods?: object[];
  namespace?: object;
}

const done = { status: { conditions: [{ type: 'Complete', status: 'True' }] } };

/** A kubectl that is the only program there is, answers like this, and remembers what it is given. */
export function fakeKubectl({
  context = 'kind-test',
  version,
  secrets = [],
  jobs = [done],
  pods = [],
  namespace,
}: Answers) {
  const directory = mkdtempSync(join(tmpdir(), 'jobly-kubectl-'));
  const answers = {
    version: { serverVersion: version ?? { major: '1', minor: '35' } },
    ...{ secrets: { items: secrets }, jobs: { items: jobs }, pods: { items: pods }, namespace },
  };
  for (const [name, answer] of Object.entries(answers))
    writeFileSync(join(directory, name), answer ? JSON.stringify(answer) : '');
  writeFileSync(join(directory, 'rendered'), textOf(resourcesOf('micro')));
  writeFileSync(
    join(directory, 'kubectl'),
    `#!/bin/sh
echo "$*" >>${directory}/commands
case $1 in
version) /bin/cat ${directory}/version ;;
config) echo ${context} ;;
kustomize) /bin/cat ${directory}/rendered ;;
get) /bin/cat ${directory}/$2 ;;
logs) echo 'Migration 1_x failed and was taken back.' ;;
apply | create | replace) { echo "--- # $1"; /bin/cat; } >>${directory}/given ;;
esac
`,
  );
  chmodSync(join(directory, 'kubectl'), 0o755);
  const before = process.env['PATH'];
  process.env['PATH'] = directory;
  return {
    commands: () => readFileSync(join(directory, 'commands'), 'utf8').trimEnd().split('\n'),
    /** Everything that was applied or created, in order. */
    given: () =>
      existsSync(join(directory, 'given'))
        ? parseAllDocuments(readFileSync(join(directory, 'given'), 'utf8')).map((one) => one.toJS() as Given)
        : [],
    remove() {
      process.env['PATH'] = before;
      rmSync(directory, { recursive: true });
    },
  };
}

interface Given {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
}
