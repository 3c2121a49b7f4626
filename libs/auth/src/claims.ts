import { type UserClaims, userClaims } from '@jobly/contracts';

/** Who issues users' tokens and for whom; pinned on both sides, so that no other token of ours is taken for one. */
export const USER_TOKENS = { issuer: 'jobly', audience: 'jobly-api' };

const consistent = userClaims.refine(({ sub, username }) => sub === username);

/** What the payload of a user's token, already verified, says; throws for a payload of any other shape. */
export const userClaimsOf = (payload: unknown): UserClaims => consistent.parse(payload);
