import { StartError } from '@jobly/contracts';
import type { Holdings } from '../bring-up';
import { environmentOf } from '../environment';
import type { Plan } from '../plan';
import { type PartName, titles } from '../topology';
import { addressesOf } from './addresses';
import type { FaultOrder } from './order';
import { type FaultyPart, faultyPart } from './part-faults';

/**
 * Lets parts of a stack fail on purpose, and mends them. Connections are cut, and requests counted, by a module that the
 * starter preloads into the parts (`ToPart`); without it neither happens.
 */
export interface FaultInjection {
  /** @throws StartError for a part that the stack does not have, or for what is impossible at the moment */
  perform: (order: FaultOrder) => void;
  mendAll: () => void;
  /** Lets every part that can tell once a second how many requests it has received (the event `part-received`), or no more. */
  count: (on: boolean) => void;
}

/** The same, and what supervision has to know of each part. */
export interface InjectedFaults extends FaultInjection {
  intentOf: (name: PartName) => FaultyPart['intent'];
}

/** @param signal aborts when the stack is stopped; nobody is told of anything after that. */
export function injectFaults(plan: Plan, holdings: Holdings, signal: AbortSignal): InjectedFaults {
  let counting = false;
  const parts = new Map(
    plan.parts.map((part, index) => {
      const life = () => holdings.processes[index]!;
      const addresses = () => addressesOf(part, environmentOf(part, plan, holdings.provisions!));
      return [part.name, { ...faultyPart({ name: part.name, life, addresses }), life }] as const;
    }),
  );
  function partOf(name: PartName) {
    const part = parts.get(name);
    if (!part) throw new StartError(`There is no ${titles[name]} here.`);
    return part;
  }
  const tell = (name: PartName, order?: FaultOrder) => {
    if (!signal.aborted)
      plan.onEvent({ type: 'part-faults', name, ...(order && { order }), faults: partOf(name).faults() });
  };
  const perform = (order: FaultOrder) => {
    const { runtime } = plan.parts.find(({ name }) => name === order.part) ?? {};
    if (order.do === 'cut' && runtime) {
      throw new StartError(`The ${titles[order.part]} does not run on Node.js, so its connections cannot be cut.`);
    }
    partOf(order.part).perform(order);
    tell(order.part, order);
  };
  return {
    perform,
    mendAll() {
      for (const [part, { faults }] of parts) {
        const { held, cut } = faults();
        if (held ?? cut.length > 0) perform({ do: 'mend', part });
      }
    },
    count(on) {
      counting = on;
      for (const { life } of parts.values()) life().tell({ count: on });
    },
    intentOf(name) {
      const { intent, life } = partOf(name);
      return {
        ...intent,
        changed(pid) {
          intent.changed(pid);
          if (pid !== null && counting) life().tell({ count: true });
        },
        takeEnd() {
          const taken = intent.takeEnd();
          tell(name);
          return taken;
        },
      };
    },
  };
}
