import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { allOrNone, type Together } from '@jobly/lab/instrument';
import { type Arm, armAt } from '@jobly/lab/runner';
import { logInAs, type Stacks } from '@jobly/lab/system-under-test';
import type { Mode } from '../modes';
import { proveSwitched } from './prove-switched';
import { type Rung, rungs } from './rungs';
import { startSwitched, type SwitchedMode } from './start-switched';
import { manyTokens, sometimesNew, type Tokens } from './tokens';

/**
 * As many as the blocks of a launch send at most. If tokens were signed before a block, only blocks with many of them
 * would come after a pause, in which the stack's processes go to sleep.
 */
const IN_ADVANCE = { quick: 11_000, full: 27_000 };

/**
 * Starts one stack in a mode, and returns an arm for each of its rungs: they are the same processes, which switch before
 * every block. The lab holds the keys, so that it can sign as many tokens as it needs.
 *
 * @throws Failure if the stack is not in the state that it was switched to
 */
export const startRungs = (
  mode: Mode,
  { postgres, admin }: Pick<Stacks, 'postgres' | 'admin'>,
  { quick, signal }: { quick: boolean; signal: AbortSignal },
): Promise<Together<Arm[]>> =>
  allOrNone(async (keep) => {
    const { env, tokens } = newKey(mode);
    const { started } = keep(await startSwitched([mode], postgres!, env, signal));
    const [switched] = started;
    await proveSwitched(switched!, admin);
    const own = rungs.filter((rung) => rung.mode === mode);
    if (own.some(({ newTokens }) => newTokens > 0)) {
      await tokens.prepare((await logInAs(switched!.target.origin, admin)).token, IN_ADVANCE[quick ? 'quick' : 'full']);
    }
    return own.map((rung) => armOf(rung, switched!, tokens));
  });

function armOf(
  { name, way, newTokens, repeats, mistake }: Rung,
  { target, switchTo }: SwitchedMode,
  tokens: Tokens,
): Arm {
  return {
    ...armAt(target, name),
    ...(newTokens > 0 && { bearer: sometimesNew(newTokens, tokens.next) }),
    ...(repeats !== undefined && { repeats }),
    ...(mistake && { mistake }),
    before: () => switchTo(way),
  };
}

/** A key of the mode's algorithm, the variable through which a stack gets it, and tokens that are signed with it. */
function newKey({ algorithm }: Mode): { env: Record<string, string>; tokens: Tokens } {
  if (algorithm === 'HS256') {
    const secret = randomBytes(32).toString('hex');
    return { env: { JWT_SECRET: secret }, tokens: manyTokens(createSecretKey(Buffer.from(secret))) };
  }
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return { env: { JWT_PRIVATE_KEY: pem }, tokens: manyTokens(privateKey) };
}
