import { StartError } from '@jobly/contracts';
import { Failure } from '@jobly/lab/instrument';
import type { Replayed } from '@jobly/lab/system-under-test';
import { type Break, breakOf } from './compatible';
import type { Deployment } from './deployment';
import { type Fleet, startFleet } from './fleet';
import { judgeOf, type Renewable, type Seen } from './judge';
import { findOrders, type Orders } from './orders';
import type { Staging } from './staging';
import { type Step, stepsFor } from './steps';

/** What was found out about the deployment of a feature in a topology. */
export interface DeploymentOrder {
  readonly steps: readonly Step[];
  readonly orders: Orders;
  /** All states that were tried and judged. */
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
  const nothing = { ...deployment, changed: [] };
  return withFleet(nothing, staging, async (fleet) => {
    const before = await allAnswers(fleet.current(), new Set());
    await fleet.renew();
    const again = await allAnswers(fleet.current(), new Set());
    const [broken] = before.flatMap((answer, index) => breakOf(again[index]!, answer) ?? []);
    if (!broken) return before;
    throw new Failure(
      `Two starts of the same ${deployment.topology} answer differently, so no state of a deployment can be judged: ` +
        `${broken.request} says ${broken.before} and ${broken.here} in ${broken.at}. Run it on a machine that does nothing else.`,
    );
  });
}

/**
 * Finds the orders in which a feature can be deployed, by trying the states between the old version and the new one.
 *
 * @param before the answers of the old version
 * @throws Failure if a process of the new version does not start while the old ones serve
 */
export function deploymentOrder(
  deployment: Deployment,
  before: readonly Replayed[],
  staging: Staging,
  say: (done: ReadonlySet<string>) => void,
): Promise<DeploymentOrder> {
  return withFleet(deployment, staging, async (fleet) => {
    const steps = stepsFor(deployment.changed);
    const after = await allAnswers(fleet.current(), new Set(steps.map(({ name }) => name)));
    const judge = judgeOf({ before, after }, fleet);
    const states: Seen[] = [];
    const orders = await findOrders(steps, async (done) => {
      if (done.size === 0) return true;
      say(done);
      const seen = await judge(done);
      states.push(seen);
      return seen.broken === undefined;
    });
    return { steps, orders, states, intended: after.flatMap((answer, index) => breakOf(answer, before[index]!) ?? []) };
  });
}

async function allAnswers(fleet: Fleet, done: ReadonlySet<string>): Promise<Replayed[]> {
  const answers: Replayed[] = [];
  for await (const answer of fleet.answersIn(done)) answers.push(answer);
  return answers;
}

/** Starts a fleet, and stops it after use, however often it was renewed. */
async function withFleet<T>(
  deployment: Deployment,
  staging: Staging,
  use: (fleet: Renewable) => Promise<T>,
): Promise<T> {
  let fleet = await started(deployment, staging);
  try {
    return await use({
      current: () => fleet.started,
      async renew() {
        await fleet.stop();
        fleet = await started(deployment, staging);
      },
    });
  } finally {
    await fleet.stop();
  }
}

const started = (deployment: Deployment, staging: Staging) =>
  startFleet(deployment, staging).catch((error: unknown) => {
    throw error instanceof StartError
      ? new Failure(`A state of the deployment does not start: ${error.message}`)
      : error;
  });
