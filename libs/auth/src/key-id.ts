import { unauthorized } from '@jobly/contracts';
import jwt from 'jsonwebtoken';

/**
 * The key id in the header of a token, which only selects among known keys; nothing else of an unverified header is
 * believed.
 * @throws Problem `unauthorized` if there is none.
 */
export function keyIdOf(token: string): string {
  try {
    const kid = jwt.decode(token, { complete: true })?.header.kid;
    if (kid) return kid;
  } catch {
    // Not a token at all.
  }
  throw unauthorized();
}
