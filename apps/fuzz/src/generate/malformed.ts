import fc, { type Arbitrary } from 'fast-check';
import { type Wire, latin1 } from '../http/wire';

const replaceLine = (pattern: RegExp, line: string) => (wire: Wire) => wire.replace(pattern, line);

/** Adds a header after the first line. */
const withHeader = (header: string) => replaceLine(/\r\n/, `\r\n${header}\r\n`);

/**
 * What clients refuse to send. No twist leaves the server waiting for more: that would be an open connection, which
 * no answer is owed to.
 */
const twists: ((wire: Wire) => Wire)[] = [
  replaceLine(/^\S+/, ''),
  replaceLine(/^\S+/, 'g@t'),
  replaceLine(/^\S+/, 'x'.repeat(200)),
  replaceLine(/^\S+ \S+/, 'CONNECT jobly.example:80'),
  replaceLine(/^\S+ \S+/, 'OPTIONS *'),
  replaceLine(/^(\S+) \S+/, '$1 jobs'),
  replaceLine(/^(\S+) \S+/, '$1  /jobs'),
  replaceLine(/^(\S+) \S+/, '$1 /jobs and more'),
  replaceLine(/^(\S+) \S+/, '$1 /jobs\0'),
  replaceLine(/^(\S+) \S+/, '$1 /jobs?title=\x01'),
  replaceLine(/^(\S+) \S+/, '$1 /companies/\xc3\xa9'),
  replaceLine(/^(\S+) \S+/, `$1 /jobs?title=${'x'.repeat(140_000)}`),
  replaceLine(/HTTP\/1\.1/, 'HTTP/1.0'),
  replaceLine(/HTTP\/1\.1/, 'HTTP/2.0'),
  replaceLine(/HTTP\/1\.1/, 'HTTP/9'),
  replaceLine(/HTTP\/1\.1/, 'http/1.1'),
  replaceLine(/ HTTP\/1\.1/, ''),
  replaceLine(/Host: .*\r\n/, ''),
  replaceLine(/Host: .*\r\n/, 'Host: a\r\nHost: b\r\n'),
  replaceLine(/Host: .*/, 'Host: a b/c@d'),
  replaceLine(/Host: .*/, 'Host:'),
  withHeader('No colon'),
  withHeader('Space : before the colon'),
  withHeader(' Folded: line'),
  withHeader('X-Nul: a\0b'),
  withHeader('X-Control: a\x01b'),
  withHeader('X-Bare: a\rb'),
  withHeader(': no name'),
  withHeader('X\xff: name'),
  withHeader(`X-Long: ${'x'.repeat(140_000)}`),
  withHeader(Array.from({ length: 3_000 }, (_, at) => `X-${at}: 1`).join('\r\n')),
  withHeader('Content-Length: nonsense'),
  withHeader('Content-Length: -1'),
  withHeader('Content-Length: 1, 2'),
  withHeader('Content-Length: +1'),
  withHeader('Content-Length: 0x10'),
  withHeader('Content-Length: 99999999999999999999'),
  withHeader('Content-Length: 0\r\nContent-Length: 7'),
  withHeader('Content-Length: 4\r\nTransfer-Encoding: chunked'),
  withHeader('Transfer-Encoding: identity, nonsense'),
  withHeader('Transfer-Encoding: chunked, gzip'),
  (wire) => wire.replaceAll('\r\n', '\n'),
  (wire) => `\r\n\r\n${wire}`,
  (wire) => `\x16\x03\x01${wire}`,
  (wire) => `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${wire}`,
  (wire) => `${wire.split('\r\n\r\n')[0]}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  (wire) => `${wire.split('\r\n\r\n')[0]}\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n`,
  (wire) => `${wire.split('\r\n\r\n')[0]}\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n{}`,
];

/** Requests that are no HTTP, or that no client sends. */
export const malformed = (requests: Arbitrary<Wire>): Arbitrary<Wire> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.tuple(requests, fc.constantFrom(...twists)).map(([wire, twist]) => twist(wire)) },
    // An end that nobody can take for the middle of a request.
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => `${latin1(bytes)}\r\n\r\n\0\r\n\r\n`) },
  );
