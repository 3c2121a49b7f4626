import { z } from 'zod';
import { text } from './fields';

/** The canonical form of each name (Unicode's NFC): "é" is the same name, whether typed as one character or as two. */
export const canonicalUsername = (username: string): string => username.normalize('NFC');

const namingString = z.string().overwrite(canonicalUsername);

/** No white space except the plain blank, no invisible characters, and none with a meaning in a URL. */
const USERNAME = /^(?! )(?:[^\p{C}\p{Z}/\\?#%]| ){1,25}(?<! )$/u;

/** An existing user, named in a path. */
export const username = namingString
  .regex(USERNAME, 'must have 1 to 25 printable characters without / \\ ? # % and without blanks at its ends')
  .meta({ minLength: 1, maxLength: 25 });

/**
 * Characters that are neither control characters nor spaces, and cannot be seen either: with them, a name could look
 * like another's. The variation selector of emoji is one that people type.
 */
const INVISIBLE = /(?!\ufe0f)\p{Default_Ignorable_Code_Point}|(?<!\p{Extended_Pictographic})\ufe0f|\u2800/u;

/**
 * The name of a new user. Browsers resolve "." and ".." in a path, however they are escaped, so such a user could not
 * be reached. Users who were given a name that is refused by now keep it.
 */
export const newUsername = username
  .refine((value) => !/^\.{1,2}$/.test(value), 'must not be . or ..')
  .refine((value) => !INVISIBLE.test(value), 'must not contain characters that cannot be seen');

/** Any name that somebody tries to log in with. */
export const triedUsername = text(0, 100, namingString);
