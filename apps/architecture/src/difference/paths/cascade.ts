import { deletionsIn, enforcedIn, keyOf, type ProcessCode, type System } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { deliveryOf } from './delivery';
import type { Scene, Step } from './step';

/** What a deletion takes along, reference by reference. */
export function cascadeOf(scene: Scene, system: System, model: string): Step[] {
  const deletion = deletionsIn(system).find(({ models: [root] }) => root === model);
  if (!deletion) throw new StartError(`Nothing is deleted with a ${model} any more.`);
  return stepsFor(scene, deletion.steps);
}

type Reference = ReturnType<typeof enforcedIn>[number];

/** By the database or by an event. While that is handled, another one follows if rows elsewhere refer to those that go. */
function stepsFor(scene: Scene, [reference, ...others]: readonly Reference[]): Step[] {
  if (!reference) return [];
  const { model, target } = reference;
  const enforcedAs = (one: Reference) => enforcedIn(scene.topology).find((other) => keyOf(other) === keyOf(one));
  const enforced = enforcedAs(reference);
  const [holder, owner] = [processWith(scene, model), processWith(scene, target)];
  const effect = `deletes every \`${model}\` of a deleted \`${target}\``;
  if (enforced) {
    const step = { process: holder, what: `${effect}, by a foreign key`, place: enforced.place, statements: 0 };
    return [step, ...stepsFor(scene, others)];
  }
  const edge = scene.topology.edges.find(({ kind, from, to }) => kind === 'event' && from === owner && to === holder);
  if (!edge) throw new StartError(`No event tells ${holder} that a ${target} is gone.`);
  const isFollowed = others.some((one) => one.target === model && !enforcedAs(one));
  const recorded = isFollowed ? `${effect} and records that as an event` : effect;
  return deliveryOf(scene, edge, recorded, stepsFor(scene, others));
}

function processWith({ topology }: Scene, model: string): string {
  const fieldsOf = ({ tables }: ProcessCode) => [...(tables?.fields.keys() ?? [])];
  const found = topology.processes.find((process) => fieldsOf(process).some((field) => field.startsWith(`${model}.`)));
  if (!found) throw new StartError(`No database of ${topology.name} has a ${model}.`);
  return found.name;
}
