import { errors } from 'undici';

/** Whether no connection was established: then nothing was sent, and another replica may be asked instead. */
export const isNeverConnected = (error: unknown): boolean =>
  error instanceof errors.ConnectTimeoutError || (error as NodeJS.ErrnoException).syscall === 'connect';

/** Whether a connection was lost while in use: the request may have taken effect. */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof errors.SocketError || /^(ECONNRESET|EPIPE)$/.test((error as NodeJS.ErrnoException).code ?? '');

/**
 * Whether undici closed a connection because the answer said `Connection: close`, as a replica does before it stops.
 */
export const isGoodbye = (error: unknown): boolean =>
  error instanceof errors.InformationalError && error.message === 'reset';
