import jwt from 'jsonwebtoken';
import { caused, note } from './note';

/** Notes every token whose signature is checked here. A question to an issuer counts at the issuer, which checks it. */
export function noteTokens(): void {
  const { verify } = jwt as unknown as { verify: (...call: unknown[]) => unknown };
  Object.assign(jwt, {
    verify(...call: unknown[]) {
      note({ kind: 'token', ...caused() });
      return verify(...call);
    },
  });
}
