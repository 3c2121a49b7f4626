import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Problem, invalid, tooLarge, unsupported } from '../problem';

const LIMIT_BYTES = 100 * 1024;

const decoders: Record<string, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  identity: async (bytes) => bytes,
  gzip: (bytes) => promisify(gunzip)(bytes, { maxOutputLength: LIMIT_BYTES }),
  deflate: (bytes) => promisify(inflate)(bytes, { maxOutputLength: LIMIT_BYTES }),
  br: (bytes) => promisify(brotliDecompress)(bytes, { maxOutputLength: LIMIT_BYTES }),
};

/**
 * The bytes of a body, which must not be more than the limit; all of it is read, or it would block the next request on
 * the connection.
 */
export async function readBytes(incoming: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
      length += chunk.byteLength;
      if (length <= LIMIT_BYTES) chunks.push(chunk);
    }
  } catch {
    throw invalid('The body is not complete');
  }
  if (length > LIMIT_BYTES) throw tooLarge();
  return Buffer.concat(chunks);
}

/** Whether a request announces a body. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * The JSON of a body; `{}` if there is none.
 * @throws Problem 400, 413 or 415.
 */
export async function jsonOf(bytes: Uint8Array, headers: Headers): Promise<unknown> {
  if (bytes.length === 0) return {};
  const [type = '', ...parameters] = (headers.get('content-type') ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json') throw unsupported('The body must be application/json');
  const charset = parameters.map((one) => /^\s*charset="?([^"\s]*)"?\s*$/.exec(one)?.[1]).find(Boolean) ?? 'utf-8';
  const decode = decoders[(headers.get('content-encoding') ?? 'identity').toLowerCase()];
  if (!/^utf-?8$/.test(charset) || !decode) throw unsupported('The body must be JSON in UTF-8');
  const plain = await decode(bytes).catch((cause: unknown) => {
    throw (cause as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : notJson(cause);
  });
  const text = new TextDecoder().decode(plain);
  try {
    // JSON texts of the contract are objects; arrays are told so by its schemas.
    if (!/^[ \t\n\r]*[[{]/.test(text)) throw new SyntaxError('neither an object nor an array');
    return JSON.parse(text);
  } catch (cause) {
    throw notJson(cause);
  }
}

const notJson = (cause: unknown) => new Problem(400, 'The body is not valid JSON', { cause });
