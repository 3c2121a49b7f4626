/** Who is calling, as a verified token says. */
export interface Identity {
  username: string;
  isAdmin: boolean;
}
