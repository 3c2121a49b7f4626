import type { Answered } from '../recording/answered';
import { sumOver } from './path';

/** The bodies that are written or read as JSON before a request is answered. */
export const serialisationsFor = (request: Answered): number => sumOver(request, inJson);

/**
 * A body was written or read as JSON where a text of its length was, each text for one body. Other texts are none of
 * our concern: the claims of a token, or a query on its way to Prisma's engine.
 */
function inJson({ bodies, texts }: Answered): number {
  const left = [...texts];
  return bodies.filter((length) => {
    const at = length === 0 ? -1 : left.indexOf(length);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
