import type { Answered } from '../recording/answered';
import { sumOver } from './path';

/** The bytes between processes, databases included, before a request is answered; the client's own are not counted. */
export const bytesFor = (request: Answered): number =>
  sumOver(request, ({ calls, statements }) => [...calls, ...statements].reduce((sum, { bytes }) => sum + bytes, 0));
