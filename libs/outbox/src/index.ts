export { type Outbox, startOutbox } from './outbox';
