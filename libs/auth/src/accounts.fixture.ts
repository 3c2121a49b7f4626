import { randomUUID } from 'node:crypto';
import type { Identity, TokenSubject } from '@jobly/contracts';

/** A new account of this name. */
export const anAccount = (username: string, isAdmin = false): TokenSubject => ({
  username,
  account: randomUUID(),
  isAdmin,
  passwordVersion: 1,
});

/** What services tell each other of it. */
export const identityOf = ({ username, account, isAdmin }: TokenSubject): Identity => ({ username, account, isAdmin });
