import type { Edit } from '../feature';

export const docs: readonly Edit[] = [
  {
    file: 'CHANGELOG.md',
    anchor: 'Figures come from several launches',
    replace: `Tokens are of the type \`at+jwt\` (RFC 9068) and for the audience \`urn:jobly:api\`; those issued before are accepted until
  they expire.
- Figures come from several launches`,
  },
  {
    file: 'docs/api.md',
    anchor: `\`iat\`, \`exp\`, \`iss\`, \`aud\` and \`jti\`. Public operations ignore the header. There are [five ways to verify a
token](authentication.md); clients`,
    replace: `\`iat\`, \`exp\`, \`iss\`, \`aud\` and \`jti\`, and the type \`at+jwt\` in its header (RFC 9068); no other type is valid. Public
operations ignore the header. There are [five ways to verify a token](authentication.md); clients`,
  },
];
