import fc, { type Arbitrary } from 'fast-check';
import { type Wire, utf8 } from '../http/wire';
import { handles, jobIds, usernamesFor } from './names';
import type { DescribedOperation } from './schema';
import { SIMPLEST_FIRST } from './simplest-first';
import { hostileText, validValue } from './values';

/** Characters that a path or a query may hold as they are (RFC 3986, 3.3). */
const UNRESERVED = /[\w.~!$'()*,;:@-]/;

const PLACEHOLDER = /^{{.*}}$/;

/** Every other byte is escaped, half a surrogate pair as U+FFFD. */
export const escaped = (text: string): Wire =>
  PLACEHOLDER.test(text)
    ? text
    : [...utf8(text)]
        .map((byte) =>
          UNRESERVED.test(byte) ? byte : `%${byte.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
        )
        .join('');

/** Pieces of a path or a query that are no valid text, or that somebody on the way may read otherwise. */
const ODD_PIECES = [
  ...[
    '%',
    '%zz',
    '%0',
    '%00',
    '%C0%80',
    '%E9',
    '%ED%A0%80',
    '%FF',
    '%2F',
    '%2f..',
    '%5C',
    '%3F',
    '%23',
    '%25',
    '%2500',
  ],
  ...['.', '..', '%2e%2e', '..%2f', '..;', '+', '%20', ';a=b', '*', '~', '%0d%0aX:1', '{id}', ':id'],
];

const oddPiece = fc.oneof(fc.constantFrom(...ODD_PIECES), hostileText.map(escaped));

/** Ids that no job ever gets, or that are no ids. Other numbers could be a job at one stack and none at the other. */
const ODD_IDS = [
  ...['0', '-1', '00', '01', '1.0', '1e0', '0x1', '+1', ' 1', '１', '٣', 'NaN', 'Infinity', 'null', '1,2', '[1]'],
  ...['2147483646', '2147483647', '2147483648', '4294967297', '9'.repeat(10), '9'.repeat(400)],
];

function segmentFor(parameter: string, method: string): Arbitrary<Wire> {
  const known = parameter === 'id' ? jobIds : parameter === 'handle' ? handles : usernamesFor(method);
  const odd = parameter === 'id' ? fc.constantFrom(...ODD_IDS) : hostileText;
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...known).map(escaped) },
    { weight: 2, arbitrary: odd.map(escaped) },
    { weight: 1, arbitrary: oddPiece },
  );
}

const twists: ((path: Wire) => Wire)[] = [
  (path) => `${path}/`,
  (path) => `${path}//`,
  (path) => `/${path}`,
  (path) => path.toUpperCase(),
  (path) => `/.${path}`,
  (path) => `/x/..${path}`,
  (path) => `${path}/x`,
  (path) => path.replace(/^\/(.)/, (_, first: string) => `/%${first.charCodeAt(0).toString(16)}`),
  (path) => `/internal${path}`,
  (path) => `http://jobly.example${path}`,
  (path) => `HTTP://127.0.0.1:1${path}`,
  (path) => `${path}#top`,
];

const pathFor = ({ path, method }: DescribedOperation): Arbitrary<Wire> =>
  fc
    .tuple(
      fc.tuple(
        ...path
          .split('/')
          .map((part) => (part.startsWith('{') ? segmentFor(part.slice(1, -1), method) : fc.constant(part))),
      ),
      fc.oneof(
        SIMPLEST_FIRST,
        { weight: 12, arbitrary: fc.constant((path: Wire) => path) },
        { weight: 1, arbitrary: fc.constantFrom(...twists) },
      ),
    )
    .map(([segments, twist]) => twist(segments.join('/')));

/** Pairs as they stand in a query: mostly the operation's own parameters with values as it wants them. */
function pairFor({ query }: DescribedOperation): Arbitrary<Wire> {
  const odd = fc.oneof(
    fc.tuple(oddPiece, oddPiece).map((pair) => pair.join('=')),
    fc.constantFrom('', '=', 'limit', 'limit[]=1', 'limit[a]=1', 'a.b=1', '__proto__=1', '__proto__[x]=1', '_=1'),
  );
  const names = Object.keys(query);
  if (names.length === 0) return odd;
  const valid = fc
    .constantFrom(...names)
    .chain((name) => validValue(name, query[name]!).map((value) => `${name}=${escaped(String(value))}`));
  const broken = fc.tuple(fc.constantFrom(...names), oddPiece).map((pair) => pair.join('='));
  return fc.oneof({ weight: 4, arbitrary: valid }, { weight: 2, arbitrary: broken }, { weight: 1, arbitrary: odd });
}

function queryFor(operation: DescribedOperation): Arbitrary<Wire> {
  const pairs = fc.array(pairFor(operation), { minLength: 1, maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`);
  const many = fc.constantFrom(`?${'a=1&'.repeat(1_500)}limit=0`, '?', '??', `?title=${'x'.repeat(9_000)}`, '?%');
  const isQueried = Object.keys(operation.query).length > 0;
  return fc.oneof(
    SIMPLEST_FIRST,
    { weight: isQueried ? 2 : 10, arbitrary: fc.constant('') },
    { weight: isQueried ? 10 : 1, arbitrary: pairs },
    { weight: 1, arbitrary: many },
  );
}

/** Request targets for an operation. */
export const targetFor = (operation: DescribedOperation): Arbitrary<Wire> =>
  fc.tuple(pathFor(operation), queryFor(operation)).map((parts) => parts.join(''));
