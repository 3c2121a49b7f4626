import { type Problem, notFound, unauthorized } from '@jobly/contracts';

/** The user whom an operation is about. A name can be taken again, so by itself it means whoever has it by now. */
export interface UserReference {
  username: string;
  /** The account that must have the name, because its holder acts for themselves; null if any may. */
  account: string | null;
}

/** Why there is no such row. To somebody who acts for themselves it says that their token is not good any more. */
export const noSuchUser = ({ username, account }: UserReference): Problem =>
  account === null ? notFound(`No user: ${username}`) : unauthorized();
