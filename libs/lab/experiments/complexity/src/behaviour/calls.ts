import type { Answered } from '../recording/answered';
import { sumOver } from './path';

/** The calls between processes that the answer to a request waits for. */
export const callsFor = (request: Answered): number => sumOver(request, ({ calls }) => calls.length);
