import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { allOrNone, type Together } from '@jobly/lab/instrument';
import { type Arm, armAt } from '@jobly/lab/runner';
import { logInAs, type Stacks } from '@jobly/lab/system-under-test';
import type { Mode } from '../modes';
import { type OneAtATime, oneAtATime } from './one-at-a-time';
import { proveSwitched } from './prove-switched';
import { type Rung, rungs } from './rungs';
import { startSwitched, type SwitchedMode } from './start-switched';
import { manyTokens, sometimesNew, type Tokens } from './tokens';

/** As many as a stack may have users at a time; more are signed as they are needed. */
const IN_ADVANCE = 10_000;

/**
 * Starts one stack for every mode, and returns an arm for each rung. The arms of a mode are the same processes, which
 * switch before every block, and those of other modes stand still. The lab holds the keys, so that it can sign as many
 * tokens as it needs.
 *
 * @throws Failure if a stack is not in the state that it was switched to
 */
export const startLadder = (
  { postgres, admin }: Pick<Stacks, 'postgres' | 'admin'>,
  signal: AbortSignal,
): Promise<Together<Arm[]>> =>
  allOrNone(async (keep) => {
    const { env, supply } = newKeys();
    const { started } = keep(await startSwitched(postgres!, env, signal));
    for (const mode of started) await proveSwitched(mode, admin);
    for (const [algorithm, tokens] of Object.entries(supply)) {
      const signer = started.find((mode) => mode.algorithm === algorithm)!;
      tokens.prepare((await logInAs(signer.target.origin, admin)).token, IN_ADVANCE);
    }
    const turns = oneAtATime(started);
    keep({ stop: async () => turns.all() });
    return rungs.map((rung) => {
      const mode = started.find(({ name }) => name === rung.mode.name)!;
      return armOf(rung, mode, turns, supply[mode.algorithm]);
    });
  });

function armOf(
  { name, mode, way, newTokens, repeats, mistake }: Rung,
  { target, switchTo }: SwitchedMode,
  turns: OneAtATime,
  tokens: Tokens,
): Arm {
  return {
    ...armAt(target, name),
    ...(newTokens > 0 && { bearer: sometimesNew(newTokens, tokens.next) }),
    ...(repeats !== undefined && { repeats }),
    ...(mistake && { mistake }),
    before: () => {
      turns.only(mode.name);
      return switchTo(way);
    },
  };
}

interface Keys {
  /** The variables through which stacks get the keys. */
  env: Record<string, string>;
  supply: Record<Mode['algorithm'], Tokens>;
}

function newKeys(): Keys {
  const secret = randomBytes(32).toString('hex');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    env: { JWT_SECRET: secret, JWT_PRIVATE_KEY: pem },
    supply: { HS256: manyTokens(createSecretKey(Buffer.from(secret))), RS256: manyTokens(privateKey) },
  };
}
