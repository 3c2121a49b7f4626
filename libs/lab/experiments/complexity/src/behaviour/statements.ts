import type { Answered } from '../recording/answered';
import { sumOver } from './path';

/** The round trips to databases before a request is answered, those that begin and end transactions included. */
export const statementsFor = (request: Answered): number => sumOver(request, ({ statements }) => statements.length);
