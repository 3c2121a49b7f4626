/**
 * What goes over a connection, one character (U+0000 to U+00FF) a byte: HTTP before anybody has interpreted it. The
 * placeholders `{{admin}}`, `{{user}}` and `{{job:N}}` stand for what differs from stack to stack.
 */
export type Wire = string;

/** A request in parts that are written down as they are, valid or not. */
export interface Message {
  method: string;
  target: string;
  version: string;
  /** Names and values. */
  headers: [name: string, value: string][];
  body: string;
}

export const wireOf = ({ method, target, version, headers, body }: Message): Wire =>
  [`${method} ${target} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');

/** Text as its bytes in UTF-8; half a surrogate pair becomes U+FFFD. */
export const utf8 = (text: string): Wire => Buffer.from(text, 'utf8').toString('latin1');

/** Bytes as text. */
export const latin1 = (bytes: Uint8Array): Wire => Buffer.from(bytes).toString('latin1');

/** The bytes of text that `utf8` or `latin1` has made. */
export const bytesOf = (wire: Wire): Buffer => Buffer.from(wire, 'latin1');
