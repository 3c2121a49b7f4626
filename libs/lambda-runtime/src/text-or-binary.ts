import type { IncomingHttpHeaders } from 'node:http';

/** Whether an answer with these headers travels in base64; text travels as it is. */
export const isBinary = (headers: Pick<IncomingHttpHeaders, 'content-encoding' | 'content-type'>): boolean =>
  headers['content-encoding'] !== undefined ||
  !/^(text\/|application\/(json|javascript|xml))/.test(headers['content-type'] ?? 'text/');
