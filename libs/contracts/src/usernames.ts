import { z } from 'zod';
import { text } from './fields';

/** One way to write each name: "é" is the same, whether typed as one character or as two (Unicode's form NFC). */
export const canonicalUsername = (username: string): string => username.normalize('NFC');

const namingString = z.string().overwrite(canonicalUsername);

/** Neither white space, but for the plain blank, nor anything that is not seen, nor what has a meaning in a URL. */
const USERNAME = /^(?! )(?:[^\p{C}\p{Z}/\\?#%]| ){1,25}(?<! )$/u;

/** Names a user, in a path. */
export const username = namingString
  .regex(USERNAME, 'must have 1 to 25 printable characters without / \\ ? # % and without blanks at its ends')
  .meta({ minLength: 1, maxLength: 25 });

/** Names a new one. Browsers resolve "." and ".." in a path, however they are escaped, so nobody could ask for these. */
export const newUsername = username.refine((value) => !/^\.{1,2}$/.test(value), 'must not be . or ..');

/** Whatever somebody tries to log in as. */
export const triedUsername = text(0, 100, namingString);
