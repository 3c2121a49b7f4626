/** The caller, as a verified token names them. */
export interface Identity {
  username: string;
  isAdmin: boolean;
}
