/** A response, read as strictly as a client may (RFC 9112). */
export interface Answer {
  status: number;
  /** By name in lower case; several of one name are joined by commas. */
  headers: Record<string, string>;
  body: string;
}

const HEAD_END = '\r\n\r\n';

/**
 * The first final response in what a server has sent, or undefined if it is not complete yet.
 * @param ended whether the server has closed the connection, which ends a body of unknown length.
 * @throws Error for what is no HTTP.
 */
export function answerIn(received: Buffer, { method, ended }: { method: string; ended: boolean }): Answer | undefined {
  const headEnd = received.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const [first = '', ...lines] = received.toString('latin1', 0, headEnd).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})( |$)/.exec(first)?.[1]);
  if (!status) throw new Error(`No status line: ${JSON.stringify(first)}`);
  const rest = received.subarray(headEnd + HEAD_END.length);
  // Interim responses, such as 100 Continue, announce the final one.
  if (status < 200) return answerIn(rest, { method, ended });
  const headers = headersIn(lines);
  const body = bodyIn(
    rest,
    status === 204 || status === 304 || method === 'HEAD' ? { 'content-length': '0' } : headers,
  );
  if (body !== undefined) return { status, headers, body };
  const isOpenEnded = !('content-length' in headers) && !('transfer-encoding' in headers);
  return ended && isOpenEnded ? { status, headers, body: rest.toString('utf8') } : undefined;
}

function headersIn(lines: string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name) throw new Error(`No header: ${JSON.stringify(line)}`);
    const key = name.toLowerCase();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}

function bodyIn(rest: Buffer, headers: Record<string, string>): string | undefined {
  if (headers['transfer-encoding'] === 'chunked') return chunksIn(rest);
  if (headers['content-length'] === undefined) return undefined;
  const length = Number(headers['content-length']);
  return rest.length >= length ? rest.toString('utf8', 0, length) : undefined;
}

function chunksIn(rest: Buffer): string | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(rest.toString('latin1', at, lineEnd), 16);
    const begin = lineEnd + 2;
    if (rest.length < begin + size + 2) return undefined;
    if (size === 0) return Buffer.concat(chunks).toString('utf8');
    chunks.push(rest.subarray(begin, begin + size));
    at = begin + size + 2;
  }
}
