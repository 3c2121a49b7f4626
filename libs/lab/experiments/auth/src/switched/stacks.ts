import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOrNone, type Together } from '@jobly/lab/instrument';
import type { AuthMode } from '@jobly/contracts';
import { type Arm, armAt, armName, repeatOf } from '@jobly/lab/runner';
import { inBatches, preloaded, startVariant, type Target } from '@jobly/lab/system-under-test';
import { switchVerification, type Verification } from './switch';

/** A stack in which verification can be switched while it runs. */
export interface Switched {
  topology: 'monolith' | 'micro';
  authMode: AuthMode;
  /** What is verified, as readers know it. */
  algorithm: 'HS256' | 'RS256';
}

/** The modes in which every hop verifies by itself; the others change who calls whom, which no switch can. */
export const switched: readonly Switched[] = [
  { topology: 'monolith', authMode: 'shared-secret', algorithm: 'HS256' },
  { topology: 'monolith', authMode: 'jwks', algorithm: 'RS256' },
  { topology: 'micro', authMode: 'shared-secret', algorithm: 'HS256' },
  { topology: 'micro', authMode: 'jwks', algorithm: 'RS256' },
];

/** The names of the three arms of one stack: tokens verified, only read, and only read once more. */
export function armsOf({ topology, authMode }: Switched): Record<'verified' | 'read' | 'again', string> {
  const read = armName(topology, `${authMode}, tokens only read`);
  return { verified: armName(topology, `${authMode}, tokens verified`), read, again: repeatOf(read) };
}

const AT_ONCE = 2;

/** Starts these stacks, and returns three arms of each, which switch verification before every block. */
export const startSwitched = (postgres: { url: string; pid: number }, signal: AbortSignal): Promise<Together<Arm[]>> =>
  allOrNone(async (keep) => {
    const directory = await mkdtemp(join(tmpdir(), 'jobly-switches-'));
    keep({ stop: () => rm(directory, { recursive: true, force: true }) });
    const arms = await inBatches(AT_ONCE, switched, async (one) => {
      const env = { ...preloaded('switchable-verification'), LAB_SWITCHES: directory, AUTH_MODE: one.authMode };
      const { target } = keep(await startVariant(one.topology, postgres, env, signal));
      return armsAt(target, one, directory);
    });
    return arms.flat();
  });

function armsAt(target: Target, one: Switched, directory: string): Arm[] {
  const { verified, read, again } = armsOf(one);
  const arm = (name: string, to: Verification): Arm => ({
    ...armAt(target, name),
    before: () => switchVerification(directory, Object.values(target.processes!.pids).flat(), to),
  });
  return [arm(verified, 'on'), arm(read, 'off'), { ...arm(again, 'off'), repeats: read }];
}
