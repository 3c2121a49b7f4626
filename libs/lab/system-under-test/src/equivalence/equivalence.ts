import { Failure } from '@jobly/lab/instrument';
import { exchange } from '../exchange';
import type { Stacks, Target } from '../targets/stacks';
import { firstDifference } from './difference';
import type { Known, Names } from './exchanges';
import { normalise } from './normalise';
import { script } from './script';

/**
 * Sends the same script to both stacks and compares every answer: stacks that do different work are not worth timing.
 *
 * @returns the number of answers that were compared
 * @throws Failure showing the first difference
 */
export async function proveEquivalence({ monolith, micro, admin }: Stacks, run: string): Promise<number> {
  const names: Names = { user: `equivalence-${run}`, handle: `equivalence-${run}` };
  const atMonolith = await introduce('monolith', monolith, admin);
  const atMicro = await introduce('micro', micro, admin);

  for (const { question, learn } of script) {
    const [left, right] = await Promise.all(
      [atMonolith, atMicro].map(async ({ origin, known }) => {
        const answer = await exchange(origin, question(known, names));
        learn?.(answer.body, known);
        return normalise(answer, known.jobId);
      }),
    );
    const difference = firstDifference(left, right);
    if (difference) {
      const { method, path } = question(atMonolith.known, names);
      throw new Failure(
        `The stacks do not do the same: ${method} ${path} differs in ${difference.at}: ` +
          `${inWords(difference.left)} at the monolith, ${inWords(difference.right)} at the micro. ` +
          'If they only hold different data (a conformance run leaves some), start both with --reset.',
      );
    }
  }
  return script.length;
}

async function introduce(name: string, { origin }: Target, admin: Stacks['admin']) {
  const { status, body } = await exchange(origin, { method: 'POST', path: '/auth/token', body: admin });
  if (status !== 200) {
    throw new Failure(
      `${admin.username} cannot log in at the ${name} (status ${status}); name an administrator with --admin.`,
    );
  }
  const known: Known = { admin: (body as { token: string }).token, user: '', jobId: 0, handles: [], jobIds: [] };
  return { origin, known };
}

const inWords = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 300));
