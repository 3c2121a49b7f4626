import type { Answered } from '../recording/answered';
import { sumOver } from './path';

/** The tokens that are checked before a request is answered: users' own, and those with which services call. */
export const tokensFor = (request: Answered): number => sumOver(request, ({ tokens }) => tokens);
