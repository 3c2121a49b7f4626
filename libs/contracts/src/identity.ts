/** The caller, as a verified token names them. */
export interface Identity {
  username: string;
  /** The account's own id: a name can be taken again when its account is deleted, an id cannot. */
  account: string;
  isAdmin: boolean;
}

/** The account that a user's token is issued for, in its state at that moment. */
export interface TokenSubject extends Identity {
  /** Counts the passwords of the account: where tokens are introspected, those of earlier ones are no longer active. */
  passwordVersion: number;
}
