import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Logger } from 'pino';
import { type KeyRing, keyRing } from './key-ring';

/** How often the file is looked at (ms). Polling notices a replaced file and a moved link alike, which inotify does not. */
const LOOK_MS = 1_000;

/** The keys to sign with, as they are now. */
export interface SigningKeys {
  current: () => KeyRing;
  /** Looks at the file no more. */
  stop: () => void;
}

/**
 * The keys of a PEM text, or of the file it was read from, which is read again whenever it changes: a rotation needs no
 * restart. A file that makes no sense is complained of in the log, and the keys stay as they were.
 * @throws StartError where the first reading makes no sense.
 */
export function signingKeys(pems: string, file: string | undefined, log: Pick<Logger, 'info' | 'error'>): SigningKeys {
  let ring = keyRing(pems);
  if (file === undefined) return { current: () => ring, stop: () => {} };
  const readAgain = () => {
    try {
      ring = keyRing(readFileSync(file, 'utf8'));
      log.info({ kids: ring.published.map(({ kid }) => kid) }, 'the signing keys have changed; the first one signs');
    } catch (error) {
      log.error({ err: error }, 'the changed signing keys cannot be used; those before go on');
    }
  };
  watchFile(file, { interval: LOOK_MS, persistent: false }, readAgain);
  return { current: () => ring, stop: () => unwatchFile(file, readAgain) };
}
