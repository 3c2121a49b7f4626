import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { allOrNone, type Together } from '@jobly/lab/instrument';
import { type Arm, armAt } from '@jobly/lab/runner';
import type { Stacks } from '@jobly/lab/system-under-test';
import type { Mode } from '../modes';
import { proveSwitched } from './prove-switched';
import { type Rung, rungs } from './rungs';
import { startSwitched, type SwitchedMode } from './start-switched';
import { manyTokens, sometimesNew } from './tokens';

/**
 * Starts one stack for every mode, and returns an arm for each rung. The arms of a mode are the same processes, which
 * switch before every block; the lab holds the keys, so that it can sign as many tokens as it needs.
 *
 * @throws Failure if a stack is not in the state that it was switched to
 */
export const startLadder = (
  { postgres, admin }: Pick<Stacks, 'postgres' | 'admin'>,
  signal: AbortSignal,
): Promise<Together<Arm[]>> =>
  allOrNone(async (keep) => {
    const { env, fresh } = newKeys();
    const { started } = keep(await startSwitched(postgres!, env, signal));
    for (const mode of started) await proveSwitched(mode, admin);
    return rungs.map((rung) => {
      const mode = started.find(({ name }) => name === rung.mode.name)!;
      return armOf(rung, mode, fresh[mode.algorithm]);
    });
  });

function armOf(
  { name, way, newTokens, repeats, mistake }: Rung,
  { target, switchTo }: SwitchedMode,
  fresh: (like: string) => string,
): Arm {
  return {
    ...armAt(target, name),
    ...(newTokens > 0 && { bearer: sometimesNew(newTokens, fresh) }),
    ...(repeats !== undefined && { repeats }),
    ...(mistake && { mistake }),
    before: () => switchTo(way),
  };
}

interface Keys {
  /** The variables through which stacks get the keys. */
  env: Record<string, string>;
  fresh: Record<Mode['algorithm'], (like: string) => string>;
}

function newKeys(): Keys {
  const secret = randomBytes(32).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    env: { JWT_SECRET: secret, JWT_PRIVATE_KEY: pem },
    fresh: { HS256: manyTokens(createSecretKey(Buffer.from(secret))), RS256: manyTokens(privateKey) },
  };
}
