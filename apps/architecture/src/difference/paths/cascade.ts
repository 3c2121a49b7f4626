import { deletionsIn, enforcedIn, keyOf, type ProcessCode, type System } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { deliveryOf } from './delivery';
import type { Scene, Step } from './step';

interface Cascade {
  /** In the statement of the deletion itself. */
  readonly within: Step[];
  /** Later, by events. */
  readonly after: Step[];
}

/** What a deletion takes along, reference by reference. */
export function cascadeOf(scene: Scene, system: System, model: string): Cascade {
  const deletion = deletionsIn(system).find(({ models: [root] }) => root === model);
  if (!deletion) throw new StartError(`Nothing is deleted with a ${model} any more.`);
  const steps = deletion.steps.map((reference) => stepsFor(scene, reference, deletion.steps));
  const first = steps.findIndex(({ isEvent }) => isEvent);
  const split = first < 0 ? steps.length : first;
  return {
    within: steps.slice(0, split).flatMap((one) => one.steps),
    after: steps.slice(split).flatMap((one) => one.steps),
  };
}

type Reference = ReturnType<typeof enforcedIn>[number];

/** By the database or by an event, which another one follows if rows elsewhere refer to the rows that go. */
function stepsFor(scene: Scene, reference: Reference, all: readonly Reference[]): { isEvent: boolean; steps: Step[] } {
  const { model, target } = reference;
  const enforcedAs = (one: Reference) => enforcedIn(scene.topology).find((other) => keyOf(other) === keyOf(one));
  const enforced = enforcedAs(reference);
  const [holder, owner] = [processWith(scene, model), processWith(scene, target)];
  const effect = `deletes every \`${model}\` of a deleted \`${target}\``;
  if (enforced) {
    const step = { process: holder, what: `${effect}, by a foreign key`, place: enforced.place, statements: 0 };
    return { isEvent: false, steps: [step] };
  }
  const edge = scene.topology.edges.find(({ kind, from, to }) => kind === 'event' && from === owner && to === holder);
  if (!edge) throw new StartError(`No event tells ${holder} that a ${target} is gone.`);
  const isFollowed = all.some((one) => one.target === model && !enforcedAs(one));
  const steps = deliveryOf(scene, edge, isFollowed ? `${effect} and records that as an event` : effect);
  return { isEvent: true, steps };
}

function processWith({ topology }: Scene, model: string): string {
  const fieldsOf = ({ tables }: ProcessCode) => [...(tables?.fields.keys() ?? [])];
  const found = topology.processes.find((process) => fieldsOf(process).some((field) => field.startsWith(`${model}.`)));
  if (!found) throw new StartError(`No database of ${topology.name} has a ${model}.`);
  return found.name;
}
