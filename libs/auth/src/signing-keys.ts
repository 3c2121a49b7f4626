import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type KeyRing, keyRing } from './key-ring';

/** How often the file is read (ms). Its content notices a file written, replaced or linked anew alike, and loses nothing. */
const LOOK_MS = 1_000;

/** The keys to sign with, as they are now. */
export interface SigningKeys {
  current: () => KeyRing;
  /** Looks at the file no more. */
  stop: () => void;
}

/**
 * The keys of a PEM text, or of the file it was read from, which is looked at again and again: a rotation needs no
 * restart. A content that makes no sense is complained of in the log, and the keys stay as they were.
 * @throws StartError where the text makes no sense.
 */
export function signingKeys(pems: string, file: string | undefined, log: Pick<Logger, 'info' | 'error'>): SigningKeys {
  let ring = keyRing(pems);
  if (file === undefined) return { current: () => ring, stop: () => {} };
  let seen = pems.trim();
  const look = () => {
    const content = contentOf(file);
    if (content === seen) return;
    seen = content;
    try {
      ring = keyRing(content);
      log.info({ kids: ring.published.map(({ kid }) => kid) }, 'the signing keys have changed; the first one signs');
    } catch (error) {
      log.error({ err: error, file }, 'the changed signing keys cannot be used; those before go on');
    }
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return { current: () => ring, stop: () => clearInterval(timer) };
}

/** Empty for a file that cannot be read. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
