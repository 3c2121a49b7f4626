import { errors } from 'undici';

/** Whether no connection came about in the first place: then nothing was sent, and anybody else may be asked instead. */
export const isNeverConnected = (error: unknown): boolean =>
  error instanceof errors.ConnectTimeoutError || (error as NodeJS.ErrnoException).syscall === 'connect';

/** Whether a connection was lost that was in use: what was asked may have been done. */
export const isConnectionLost = (error: unknown): boolean =>
  error instanceof errors.SocketError || /^(ECONNRESET|EPIPE)$/.test((error as NodeJS.ErrnoException).code ?? '');

/** Whether undici ended a connection because an answer said `Connection: close`, as one says who is about to stop. */
export const isGoodbye = (error: unknown): boolean =>
  error instanceof errors.InformationalError && error.message === 'reset';
