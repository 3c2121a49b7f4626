import type { Feature } from '../feature';
import { auth } from './auth';
import { docs } from './docs';
import { gateway } from './gateway';
import { lab } from './lab';
import { suite } from './suite';

/**
 * Tokens must be of the type `at+jwt` (RFC 9068) or are refused; those signed before, known by their audience, are
 * accepted until they expire. Old code takes no token of the new audience: whoever verifies has to come before users,
 * who sign. In a monolith the two are one.
 */
export const tokenType: Feature = {
  name: 'token-type',
  title: 'A new requirement on tokens: they must be of the type at+jwt',
  edits: [...auth, ...gateway, ...suite, ...lab, ...docs],
};
