export { type ListedEvent, dropEvent, findEvents, listEvents, retryEvent } from './operation';
export { createOutbox } from './outbox';
