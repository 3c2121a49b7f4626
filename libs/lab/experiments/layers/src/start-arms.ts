import { allOrNone } from '@jobly/lab/instrument';
import { type Arm, type Arms, type Scene, withTwin } from '@jobly/lab/runner';
import type { Target } from '@jobly/lab/system-under-test';
import { startBeforeNothing, startCalls } from './servers/start-calls';
import { startLayers } from './servers/start-layers';
import { startProxy } from './servers/start-proxy';
import { FORGETFUL } from './tokens';

/** Starts every server of `layers`, each beside the stacks. */
export async function startArms(scene: Scene): Promise<Arms> {
  const { stacks } = scene;
  const { monolith, loopback, services, micro } = stacks;
  const service = services!.jobs;
  const { started, stop } = await allOrNone(async (keep) => {
    const { arms, close } = await withTwin('micro', scene, 'gateway');
    keep({ stop: async () => close?.() });
    const { nothing, bare, express } = keep(await startLayers(stacks)).started;
    const { proxy } = keep(await startProxy(service)).started;
    const calls = keep(await startCalls(stacks)).started;
    const before = keep(await startBeforeNothing(stacks, nothing)).started;
    const working: Record<string, Target> = {
      ...{ bare, Express: express, monolith, ports: loopback!, service, proxy, gateway: micro },
      ...{ 'plain call': calls.plain, 'received call': calls.received, axios: calls.axios },
      [FORGETFUL.other]: calls.forgetful,
    };
    const idle: Record<string, Target> = {
      'null server': nothing,
      'null behind a proxy': before.proxy,
      'null behind the gateway': before.gateway,
    };
    const armOf = ([name, target]: [string, Target]): Arm => ({ ...target, name, home: monolith.origin });
    return [
      ...Object.entries(idle).map((one): Arm => ({ ...armOf(one), answers: 'of its own' })),
      ...Object.entries(working).map(armOf),
      arms[1],
    ];
  });
  return { arms: started, close: stop };
}
