import { operationsIn, placeOf, routeOf } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { hostOf, type Scene, type Step, stepAt } from './step';

/** From the client to the rule that answers: through a gateway, if the topology has one. */
export function arrivalOf(scene: Scene, name: string): Step[] {
  const { workspace, topology } = scene;
  const operation = operationsIn(workspace).get(name);
  if (!operation) throw new StartError(`The contracts have no operation ${name} any more.`);
  const forwarded = topology.edges.filter(({ kind, operation }) => kind === 'forward' && operation === name);
  const gateways = forwarded.flatMap(({ from, to, place }): Step[] => {
    const app = topology.processes.find((process) => process.name === from)?.part.app ?? from;
    const forward = `apps/${app}/src/forward.ts#forwardTo.forward`;
    return [
      { process: from, what: `looks up the owner of the operation, ${to}`, place, statements: 0 },
      { ...stepAt(scene, from, 'forwards the request over HTTP, within a deadline', forward), crossing: 'request' },
    ];
  });
  const route: Step = {
    process: hostOf(scene, operation.owner).name,
    what: 'checks access and input, and calls the rule',
    place: placeOf(routeOf(workspace, operation)),
    statements: 0,
  };
  return [...gateways, route];
}
