import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type KeyRing, keyRing } from './key-ring';
import type { KeyUse } from './keys';

/**
 * How often the file is read (ms). Comparing its content detects a file that was written, replaced or relinked alike,
 * and misses nothing.
 */
const LOOK_MS = 1_000;

/** The current signing keys. */
export interface SigningKeys {
  current: () => KeyRing;
  /** Stops watching the file. */
  stop: () => void;
}

/**
 * The keys of a PEM text, or of the file that it was read from. The file is polled, so a rotation needs no restart.
 * Unusable content is reported in the log, and the keys stay as they were.
 * @throws StartError if the text is unusable.
 */
export function signingKeys(
  pems: string,
  file: string | undefined,
  log: Pick<Logger, 'info' | 'error'>,
  use: KeyUse,
): SigningKeys {
  let ring = keyRing(pems, use);
  if (file === undefined) return { current: () => ring, stop: () => {} };
  let seen = pems.trim();
  const look = () => {
    const content = contentOf(file);
    if (content === seen) return;
    seen = content;
    try {
      ring = keyRing(content, use);
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
