import type { System, Topology } from '../reading/system';
import type { Reference } from '../schema';
import type { Item, Measure } from './measure';
import { conventionsIn, enforcedIn, keyOf, referencesIn } from './references';

/** A deletion that takes rows of other tables along. */
interface Deletion {
  /** The thing deleted, and what has to go with it. */
  readonly models: readonly string[];
  readonly steps: readonly Reference[];
}

/** The deletions that take rows of other tables along, however that happens. */
export function deletionsIn(system: System): Deletion[] {
  const references = referencesIn(system).filter(({ cascades }) => cascades);
  return [...new Set(references.map(({ target }) => target))].map((root) => {
    const models = [root];
    const steps: Reference[] = [];
    for (const model of models) {
      for (const reference of references.filter(({ target }) => target === model)) {
        steps.push(reference);
        if (!models.includes(reference.model)) models.push(reference.model);
      }
    }
    return { models, steps };
  });
}

/** A deletion is one transaction if the database enforces all its steps; else events carry at least one of them. */
function byEvents(topology: Topology, system: System): (deletion: Deletion) => Reference | undefined {
  const conventions = conventionsIn(topology, system);
  return ({ steps }) => conventions.find((convention) => steps.some((step) => keyOf(step) === keyOf(convention)));
}

const inWords = ({ models }: Deletion) => models.join(' → ');

export const transactions: Measure = {
  name: 'transactions',
  title: 'deletions of several steps that are one transaction',
  of: (topology, system) => {
    const carried = byEvents(topology, system);
    const whole = deletionsIn(system).filter((deletion) => !carried(deletion));
    return whole.flatMap((deletion): Item[] => {
      const step = enforcedIn(topology).find((one) => deletion.steps.some((other) => keyOf(other) === keyOf(one)));
      return step ? [{ what: inWords(deletion), place: step.place }] : [];
    });
  },
};

export const sagas: Measure = {
  name: 'sagas',
  title: 'deletions of several steps that are events (sagas)',
  of: (topology, system) => {
    const carried = byEvents(topology, system);
    return deletionsIn(system).flatMap((deletion): Item[] => {
      const step = carried(deletion);
      return step ? [{ what: inWords(deletion), place: step.place }] : [];
    });
  },
};
