import { type Edge, operationsIn, placeOf, routeOf } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { type Scene, type Step, stepAt } from './step';

const POLICIES = 'libs/service-clients/src/resilience.ts#resilience';
const GUARD = 'libs/auth/src/service-guard.ts#serviceGuard';

/** From a client in one process to the internal route in another. */
export function receivedBy(scene: Scene, { from, to, operation: name }: Edge, crossing: Step['crossing']): Step[] {
  const operation = operationsIn(scene.workspace).get(name);
  if (!operation) throw new StartError(`The contracts have no operation ${name} any more.`);
  return [
    { ...stepAt(scene, from, 'sends it, with a deadline, retries and a circuit breaker', POLICIES), crossing },
    stepAt(scene, to, 'verifies the token of the service that sent it', GUARD),
    {
      process: to,
      what: 'validates it and passes it on, in an internal route',
      place: placeOf(routeOf(scene.workspace, operation)),
      statements: 0,
    },
  ];
}
