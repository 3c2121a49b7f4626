import { noteCalls } from '../recorder/called';
import { noteServed } from '../recorder/served';
import { noteStatements } from '../recorder/statements';
import { noteTexts } from '../recorder/texts';
import { noteTokens } from '../recorder/tokens';

/**
 * Preloaded into processes of the lab alone: each notes what it does for the requests that it answers, in a file of its
 * own in LAB_RECORDING, named after its id. The applications have no switch for this and must not get one.
 */
noteServed();
noteCalls();
noteStatements();
noteTokens();
noteTexts();
