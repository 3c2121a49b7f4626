export { createOutbox } from './outbox';
