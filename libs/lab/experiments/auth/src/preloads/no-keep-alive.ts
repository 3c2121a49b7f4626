import { internalOperations } from '@jobly/contracts';
import { Pool, type Dispatcher } from 'undici';

const INTROSPECTION = internalOperations.introspectToken.path;

/**
 * A common mistake, preloaded into processes of the lab: services open a new connection to the users service for every
 * introspection, and close it after the answer.
 */
const { dispatch } = Pool.prototype;

Pool.prototype.dispatch = function (
  this: Pool,
  options: Dispatcher.DispatchOptions,
  handler: Dispatcher.DispatchHandler,
): boolean {
  return dispatch.call(this, options.path === INTROSPECTION ? { ...options, reset: true } : options, handler);
};
