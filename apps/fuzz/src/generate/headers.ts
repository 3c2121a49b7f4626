import fc, { type Arbitrary } from 'fast-check';
import { SIMPLEST_FIRST } from './simplest-first';

type Header = [name: string, value: string];

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

const CLAIMS = { sub: 'testadmin', username: 'testadmin', isAdmin: true, iss: 'jobly', aud: 'jobly-api', jti: 'x' };
const TIMES = { iat: 1_000_000_000, exp: 4_000_000_000 };

/** Signed by nobody, and by a stranger who says where his key is. */
const FORGED = [
  ...['none', 'None', 'HS256', 'RS256', ''].map((alg) => `${encoded({ alg, typ: 'JWT' })}.${encoded(CLAIMS)}.`),
  `${encoded({ alg: 'none' })}.${encoded({ ...CLAIMS, ...TIMES })}.`,
  `${encoded({ alg: 'HS256', kid: '../../dev/null' })}.${encoded({ ...CLAIMS, ...TIMES })}.AAAA`,
  `${encoded({ alg: 'RS256', jku: 'http://127.0.0.1:1/keys', kid: 'x' })}.${encoded({ ...CLAIMS, ...TIMES })}.AAAA`,
  `${encoded({ alg: 'ES256', jwk: { kty: 'EC' } })}.${encoded(CLAIMS)}.AAAA`,
  `${encoded({})}.${encoded([])}.`,
];

const CREDENTIALS = [
  ...FORGED.map((token) => `Bearer ${token}`),
  ...['Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b.c', 'Bearer ..', `Bearer ${'x'.repeat(20_000)}`, 'null', ''],
  ...['Bearer {{admin}}x', 'Bearer x{{admin}}', 'Bearer {{admin}} {{admin}}', 'Bearer {{admin}},', '{{admin}}'],
  ...['Basic dGVzdGFkbWluOnBhc3N3b3Jk', 'Digest x', 'bearer {{admin}}', 'BEARER {{admin}}', 'Bearer  {{admin}}'],
];

const authorization = (value: string): Header[] => [['Authorization', value]];

/** Who asks: mostly somebody who may. */
export const caller: Arbitrary<Header[]> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(authorization('Bearer {{admin}}')) },
  { weight: 4, arbitrary: fc.constant(authorization('Bearer {{user}}')) },
  { weight: 2, arbitrary: fc.constant<Header[]>([]) },
  { weight: 3, arbitrary: fc.constantFrom(...CREDENTIALS).map(authorization) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Header[]>(
      [...authorization('Bearer {{user}}'), ...authorization('Bearer {{admin}}')],
      [['Cookie', 'token={{admin}}']],
      [['X-Forwarded-User', 'testadmin']],
      [['Proxy-Authorization', 'Bearer {{admin}}']],
    ),
  },
);

/** Headers that a server, a proxy or a framework may act upon. */
const CURIOUS: Header[] = [
  ...['abc-1', 'a b', '{{7*7}}', 'x'.repeat(129), '\xff'].map((id): Header => ['X-Request-Id', id]),
  ...['127.0.0.1', '1.2.3.4, ::1', "' OR 1=1", '\xff'].map((address): Header => ['X-Forwarded-For', address]),
  ...['https://evil.example', 'null'].map((origin): Header => ['Origin', origin]),
  ...['text/html', 'application/xml;q=1', '*/*;q=0', ';;;'].map((type): Header => ['Accept', type]),
  ...['gzip', 'br', '*;q=0'].map((coding): Header => ['Accept-Encoding', coding]),
  ...['PUT', 'DELETE', 'GET'].map((method): Header => ['X-HTTP-Method-Override', method]),
  ...['100-continue', 'something-else'].map((wish): Header => ['Expect', wish]),
  // Names no header that the request depends on: a gateway must remove it (RFC 9110, 7.6.1), a monolith need not.
  ...['close', 'accept, x-empty', 'upgrade', ',,'].map((name): Header => ['Connection', name]),
  ...['fuzz-key-1', '"fuzz-key-2"', '', 'x'.repeat(300)].map((key): Header => ['Idempotency-Key', key]),
  ['Access-Control-Request-Method', 'DELETE'],
  ['Access-Control-Request-Headers', 'authorization, x-anything'],
  ['If-None-Match', '*'],
  ['If-Modified-Since', 'Thu, 01 Jan 2099 00:00:00 GMT'],
  ['Range', 'bytes=0-1'],
  ['Upgrade', 'websocket'],
  ['Upgrade', 'h2c'],
  ['Cookie', `a=${'x'.repeat(60_000)}`],
  ['Forwarded', 'for=127.0.0.1;host=evil.example;proto=https'],
  ['X-Forwarded-Host', 'evil.example'],
  ['X-Original-URL', '/internal/jobs/1/exists'],
  ['Content-Language', 'tlh'],
  ['TE', 'trailers'],
  ['X-Empty', ''],
  ['X-Bytes', '\x80\xfe\xff'],
  ['__proto__', 'x'],
  ['Server-Timing', 'evil;dur=1'],
];

export const curiousHeaders: Arbitrary<Header[]> = fc.oneof(
  SIMPLEST_FIRST,
  { weight: 3, arbitrary: fc.constant<Header[]>([]) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...CURIOUS), { minLength: 1, maxLength: 3 }) },
);
