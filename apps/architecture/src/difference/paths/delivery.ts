import { declarationOf, type Edge, importsOf, memberIn, placeOf, statementsOf } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { receivedBy } from './reception';
import { composeOf, type Scene, type Step, stepAt } from './step';

const OUTBOX = 'libs/outbox/src/stored-events.ts';
const WAITING = 'libs/outbox/src/confirmations.ts#createConfirmations.within';

/** From the row of an event in one database to what it changes in another, and to what that causes while it is handled. */
export function deliveryOf(scene: Scene, edge: Edge, effect: string, caused: readonly Step[]): Step[] {
  const { from, method, place } = edge;
  return [
    stepAt(scene, from, 'waits until the event is delivered', WAITING),
    stepAt(scene, from, 'finds it in its outbox', `${OUTBOX}#isAnyDue`),
    stepAt(scene, from, 'locks it until it is delivered', `${OUTBOX}#nextDue`),
    { process: from, what: `delivers it by an HTTP client, \`${method}\``, place, statements: 0 },
    ...receivedBy(scene, edge, 'event'),
    handlingOf(scene, edge, effect),
    ...caused,
    { ...stepAt(scene, from, 'forgets the event', `${OUTBOX}#forget`), commits: true },
  ];
}

/** The handler of a topic, among everything that the consumer is composed of. */
function handlingOf({ workspace, topology }: Scene, { to, method }: Edge, effect: string): Step {
  const compose = composeOf(topology, to);
  const topic = method.slice(method.indexOf('.') + 1);
  const [handler] = importsOf(workspace, compose).flatMap(({ local }) => {
    const declaration = declarationOf(workspace, compose, local);
    return (declaration && memberIn(declaration.statement, topic)) ?? [];
  });
  if (!handler) throw new StartError(`${compose} imports no handler of ${topic}.`);
  const statements = statementsOf(workspace, handler).length;
  return { process: to, what: effect, place: placeOf(handler), statements, commits: true };
}
