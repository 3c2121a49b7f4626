import { setTimeout as delay } from 'node:timers/promises';
import { requestsReceived } from '@jobly/lab/system-under-test';
import type { Deployment } from '../fleet/deployment';
import { STABILISATION_MS, SYNC_MS } from '../plan';
import { createAutoscaler } from './autoscaler';
import { createRates } from './received-rates';
import type { ScalingTarget } from './recommended-replicas';

/** A replica that has not told its metrics by then does not count (ms). */
const PATIENCE_MS = 800;

/** Scales a deployment by the requests/s that each of its replicas receives, until it is told to stop. */
export function autoscale(deployment: Deployment, target: ScalingTarget): { stop(): void } {
  const decide = createAutoscaler(target, STABILISATION_MS);
  const rateOf = createRates();
  let isUnderWay = false;
  let isStopped = false;

  const sync = async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    const ready = deployment.ready();
    const metrics = await Promise.all(
      ready.map(async (replica) => rateOf(replica, await receivedBy(replica.url), performance.now())),
    );
    isUnderWay = false;
    if (isStopped) return;
    const current = deployment.wanted();
    deployment.scale(decide({ current, metrics, starting: current - ready.length }, performance.now()));
  };
  const timer = setInterval(() => void sync(), SYNC_MS);
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}

/** Undefined if it does not say so in time. */
const receivedBy = (url: string): Promise<number | undefined> =>
  Promise.race([
    requestsReceived({ name: 'a replica', url }).catch(() => undefined),
    delay(PATIENCE_MS, undefined, { ref: false }),
  ]);
