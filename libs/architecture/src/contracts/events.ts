import { constantIn } from '../code/evaluate';
import { propertiesOf, textIn } from '../code/values';
import { placeOf, type Workspace } from '../code/workspace';

/** An event of the contracts: the modules that record and handle it. */
export interface EventType {
  readonly topic: string;
  readonly producer: string;
  readonly consumer: string;
  readonly place: string;
}

const EVENTS = 'libs/contracts/src/events.ts';

export const eventsIn = (workspace: Workspace): EventType[] =>
  Array.from(propertiesOf(constantIn(workspace, EVENTS, 'events')), ([topic, { node, value }]) => ({
    topic,
    producer: textIn(value, 'producer'),
    consumer: textIn(value, 'consumer'),
    place: placeOf(node),
  }));
