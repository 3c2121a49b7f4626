import type { Edit } from '../feature';

export const gateway: readonly Edit[] = [
  {
    file: 'apps/gateway/src/onward-headers.test.ts',
    anchor: `const userToken = (claims: object = {}) =>
  jwt.sign({ ...ada, iss: 'jobly', aud: 'jobly-api', ...claims }, privateKey, {
    algorithm: 'RS256',`,
    replace: `const userToken = (claims: object = {}, typ = 'at+jwt') =>
  jwt.sign({ ...ada, iss: 'jobly', aud: 'urn:jobly:api', ...claims }, privateKey, {
    algorithm: 'RS256',
    header: { alg: 'RS256', typ },`,
  },
  {
    file: 'apps/gateway/src/onward-headers.test.ts',
    anchor: "['for someone else', bearer(userToken({ aud: 'jobs' }))],",
    replace: `['for someone else', bearer(userToken({ aud: 'jobs' }))],
    ['of another type', bearer(userToken({}, 'JWT'))],`,
  },
];
