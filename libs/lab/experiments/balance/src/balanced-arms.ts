import { allOrNone, type Together } from '@jobly/lab/instrument';
import type { Arm, Run } from '@jobly/lab/runner';
import { inBatches, type Stacks, startNginx } from '@jobly/lab/system-under-test';
import { clientAddresses } from './clients';
import { addressOf, type Fleet, fleets, processesOf, startReplicas } from './replicas';
import { ways } from './ways';

/** Two replicas as they are, and one that is slow. */
const REPLICAS = [undefined, undefined, 'held-back'] as const;

/** No replica comes or goes, and a lookup would take CPU. */
const NEVER_SECONDS = 86_400;

/** Starts the replicas of both stacks, and one nginx for each balancing method in front of each stack's. */
export const startBalanced = (stacks: Stacks, { nginx: found }: Run, signal: AbortSignal): Promise<Together<Arm[]>> =>
  allOrNone(async (keep) => {
    const inFrontOf = async (fleet: Fleet): Promise<Arm[]> => {
      const replicas = await startReplicas(stacks, fleet, REPLICAS);
      const target = stacks[fleet.stack];
      const behind = processesOf(target, fleet, replicas);
      return inBatches(ways.length, ways, async ({ name, balancing }): Promise<Arm> => {
        const options = { replicas: replicas.map(addressOf), balancing, lookEverySeconds: NEVER_SECONDS };
        const nginx = keep(await startNginx(found!, options, signal));
        return {
          name,
          origin: nginx.origin,
          home: target.origin,
          processes: { ...behind, pids: { nginx: Object.values(nginx.processes()), ...behind.pids } },
          endpoints: [
            { name: 'nginx', url: nginx.origin },
            ...replicas.map(({ title, url }) => ({ name: title, url })),
          ],
          clients: clientAddresses(),
          configuration: fleet.configuration,
        };
      });
    };
    const arms: Arm[] = [];
    for (const fleet of fleets) arms.push(...(await inFrontOf(fleet)));
    return arms;
  });
