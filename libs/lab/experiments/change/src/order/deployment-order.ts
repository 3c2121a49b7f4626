import { StartError } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { Replayed } from '@jobly/lab/system-under-test';
import type { Deployment } from './answers-in';
import { type Break, breakOf } from './compatible';
import { allAnswers, judgeOf, type Seen } from './judge';
import { findOrders, type Orders } from './orders';
import type { Staging } from './staging';
import { type Step, stepsFor } from './steps';

/** What was found out about the deployment of a feature in a topology. */
export interface DeploymentOrder {
  readonly steps: readonly Step[];
  readonly orders: Orders;
  /** All states that were started and judged. */
  readonly states: readonly Seen[];
  /** What is different for an old client once everything is deployed: the feature's intention. */
  readonly intended: readonly Break[];
}

/**
 * The answers of the old version, which are the measure of every state.
 *
 * @throws Failure if two starts of it answer differently: then no state can be judged
 */
export async function answersBefore(deployment: Deployment, staging: Staging): Promise<Replayed[]> {
  const before = await allAnswers(deployment, new Set(), staging);
  const again = await allAnswers(deployment, new Set(), staging);
  const [broken] = before.flatMap((answer, index) => breakOf(again[index]!, answer) ?? []);
  if (!broken) return before;
  throw new Failure(
    `Two starts of the same ${deployment.topology} answer differently, so no state of a deployment can be judged: ` +
      `${broken.request} says ${broken.before} and ${broken.here} in ${broken.at}. Run it on a machine that does nothing else.`,
  );
}

/**
 * Finds the orders in which a feature can be deployed, by starting the states between the old version and the new one.
 *
 * @param before the answers of the old version
 */
export async function deploymentOrder(
  deployment: Deployment,
  before: readonly Replayed[],
  staging: Staging,
  say: (done: ReadonlySet<string>) => void,
): Promise<DeploymentOrder> {
  const steps = stepsFor(deployment.changed);
  const after = steps.length === 0 ? before : await answersAfter(deployment, steps, staging);
  const wholeIsSound =
    after.length === before.length && !after.some((answer, at) => breakOf(answer, before[at]!, answer));
  const judge = judgeOf(deployment, { before, after }, staging);
  const states: Seen[] = [];
  const orders = await findOrders(steps, async (done) => {
    if (done.size === 0) return true;
    say(done);
    const seen = wholeIsSound && done.size === steps.length ? { done, broken: undefined } : await judge(done);
    states.push(seen);
    return seen.broken === undefined;
  });
  return { steps, orders, states, intended: after.flatMap((answer, index) => breakOf(answer, before[index]!) ?? []) };
}

/** None if the new version as a whole does not start or does not answer, which the search of orders then sees. */
async function answersAfter(deployment: Deployment, steps: readonly Step[], staging: Staging): Promise<Replayed[]> {
  return allAnswers(deployment, new Set(steps.map(({ name }) => name)), staging).catch((error: unknown) => {
    staging.signal.throwIfAborted();
    if (error instanceof StartError || error instanceof Failure) return [];
    throw error;
  });
}
