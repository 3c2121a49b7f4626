import type { ComposeService } from './compose-file';

/**
 * An unhealthy task is killed, so only one that is broken may be called unhealthy: overload must not end a replica that
 * others need. A task has a minute to start, and then fails a minute of checks in a row.
 */
const LENIENT = { interval: '5s', timeout: '10s', retries: 12, start_period: '60s' };

/** The health check of an image, or of the compose file, at the pace of a swarm. */
export const healthcheckOf = ({ healthcheck }: ComposeService): object => ({
  ...(healthcheck && { test: healthcheck['test'] }),
  ...LENIENT,
});

/** The time after each replaced task in which its end counts against the update. */
const MONITOR = '10s';

const restart = { condition: 'any', delay: '2s' };

/** A second server on the same data, or on the same port of the node, could not start. */
const stopFirst = { parallelism: 1, order: 'stop-first', monitor: MONITOR };
const startFirst = { parallelism: 1, order: 'start-first', monitor: MONITOR, max_failure_ratio: 0 };

/**
 * How many, with which limits, and how the old ones are replaced. An application's new task gets requests before the
 * old one stops; if it does not become healthy, all of them go back to what they were.
 */
export function deployOf({ scale, cpus, mem_limit, volumes = [], ports }: ComposeService): object {
  const holdsData = volumes.some((volume) => /-data:/.test(volume));
  const isUnique = holdsData || ports;
  return {
    endpoint_mode: 'dnsrr',
    ...(scale && { replicas: scale }),
    resources: { limits: { cpus, memory: mem_limit } },
    restart_policy: restart,
    update_config: { ...(isUnique ? stopFirst : startFirst), failure_action: 'rollback' },
    rollback_config: isUnique ? stopFirst : startFirst,
    // A volume is on one node, and what uses it must be there, too.
    ...(isUnique && { placement: { constraints: ['node.id == ${NODE_ID}'] } }),
  };
}
