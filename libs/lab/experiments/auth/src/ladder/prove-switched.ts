import { randomUUID } from 'node:crypto';
import { Failure } from '@jobly/lab/instrument';
import { countPerRequest, exchange, logInAs, requestFor } from '@jobly/lab/system-under-test';
import { operations } from '@jobly/contracts';
import type { Mode } from '../modes';
import type { SwitchedMode } from './start-switched';

type Credentials = Parameters<typeof logInAs>[1];

const MISSING = '/jobs/2147483647';
const COUNTED = 5;

/**
 * Proves that a stack does what it is switched to. Only while it reads nothing but tokens do the process in front and
 * the one behind it let a forged token in; and only otherwise is anybody asked who is calling. A switch without effect
 * would look like an authentication without a price.
 *
 * @throws Failure for anything else
 */
export async function proveSwitched(mode: SwitchedMode, admin: Credentials): Promise<void> {
  const { token } = await logInAs(mode.target.origin, admin);
  await mode.switchTo('usual');
  await expectAnswers(mode, admin, 401);
  const asked = await questionsOf(mode, token);
  await mode.switchTo('only-read');
  await expectAnswers(mode, admin, 404);
  const askedNobody = await questionsOf(mode, token);
  await mode.switchTo('usual');
  const questions = asked - askedNobody;
  const expected = mode.authMode === 'introspect' ? 1 : 0;
  if (questions !== expected) {
    throw new Failure(`${mode.name} asks ${questions} questions more to authenticate a caller, not ${expected}.`);
  }
}

/** Some modes remember the tokens that they have seen, so each of these is another one. */
let forged = 0;

async function expectAnswers({ name, authMode, target }: SwitchedMode, admin: Credentials, expected: number) {
  const { token } = await logInAs(target.origin, admin);
  const jobs = target.endpoints?.find((endpoint) => endpoint.name === 'jobs service')?.url;
  const knocks = [
    { origin: target.origin, bearer: token },
    ...(jobs === undefined ? [] : [{ origin: jobs, bearer: authMode === 'gateway' ? internalFor(admin) : token }]),
  ];
  for (const { origin, bearer } of knocks) {
    const unsigned = bearer.slice(0, bearer.lastIndexOf('.'));
    const question = { method: 'PATCH', path: MISSING, token: `${unsigned}.forged-${++forged}`, body: { salary: 1 } };
    const { status } = await exchange(origin, question);
    if (status !== expected)
      throw new Failure(`${name} at ${origin} answers a forged token ${status}, not ${expected}.`);
  }
}

/** A token such as the gateway's own, but for its signature. */
function internalFor({ username }: Pick<Credentials, 'username'>): string {
  const exp = Math.floor(Date.now() / 1_000) + 60;
  const parts = [
    { alg: 'HS256', typ: 'JWT' },
    { iss: 'jobly-gateway', aud: 'jobs', sub: username, account: randomUUID(), isAdmin: true, exp },
  ];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
}

/** The calls between processes, or the statements of the monolith, that a request causes. */
async function questionsOf(
  { topology, target }: Pick<Mode, 'topology'> & SwitchedMode,
  token: string,
): Promise<number> {
  const [first, ...others] = target.endpoints!;
  const request = { ...requestFor(operations.updateJob, { path: MISSING, token, body: { salary: 1 } }), expect: 404 };
  const { calls, statements } = await countPerRequest({
    processes: [first!, ...others],
    requests: Array.from({ length: 2 * COUNTED }, () => request),
    warmUp: COUNTED,
  });
  return topology === 'micro' ? calls : statements;
}
