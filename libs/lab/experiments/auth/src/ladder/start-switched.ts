import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOrNone, type Together } from '@jobly/lab/instrument';
import { preloaded } from '@jobly/lab/system-under-test';
import type { Authentication } from '../inside/state';
import type { Mode } from '../modes';
import type { RunningMode } from '../start-mode';
import { startModes } from '../start-modes';
import { switchAuthentication } from './switch';

/** A stack in one of the modes, whose authentication can be switched while it runs. */
export interface SwitchedMode extends RunningMode {
  switchTo(way: Authentication): Promise<void>;
}

/** Starts one stack for each of these modes, with these variables. */
export const startSwitched = (
  modes: readonly Mode[],
  postgres: { url: string; pid: number },
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Together<SwitchedMode[]>> =>
  allOrNone(async (keep) => {
    const directory = await mkdtemp(join(tmpdir(), 'jobly-switches-'));
    keep({ stop: () => rm(directory, { recursive: true, force: true }) });
    const switches = { ...preloaded('switchable-authentication'), LAB_SWITCHES: directory };
    const { started } = keep(await startModes(modes, postgres, { ...env, ...switches }, signal));
    return started.map((mode) => {
      const pids = Object.values(mode.target.processes!.pids).flat();
      return { ...mode, switchTo: (way: Authentication) => switchAuthentication(directory, pids, way) };
    });
  });
