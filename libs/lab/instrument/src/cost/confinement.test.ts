import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { canConfine, createConfinement } from './confinement';

const possible = canConfine(1) ? it : it.skip;

const cpusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, 'utf8').match(/^Cpus_allowed_list:\s*(\S+)$/m)![1]!;

possible('all processes of a confined configuration share its CPUs, and get all back afterwards', async () => {
  // Like PostgreSQL, a process with children of its own.
  const parent = spawn('sh', ['-c', 'sleep 30 & echo started; wait'], { detached: true });
  try {
    await once(parent.stdout, 'data');
    const pid = parent.pid!;
    const child = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'));
    const arrange = createConfinement([{ pids: {}, postgres: { pid, databases: [] } }]);
    const free = cpusOf(pid);
    arrange({ cpus: 1 });
    expect([cpusOf(pid), cpusOf(child)]).toEqual([expect.stringMatching(/^\d+$/), cpusOf(pid)]);
    arrange({});
    expect([cpusOf(pid), cpusOf(child)]).toEqual([free, free]);
  } finally {
    process.kill(-parent.pid!);
  }
});
