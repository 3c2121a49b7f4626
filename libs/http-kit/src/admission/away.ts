import { currentRequest } from '../request-context';
import { waitingWithout } from './place';

/**
 * Waits for what a neighbour or another thread does, without a place for the current request: however long that takes,
 * requests that do not need it are admitted.
 */
export const away = <T>(waiting: () => Promise<T>): Promise<T> => waitingWithout(currentRequest()?.place, waiting);
