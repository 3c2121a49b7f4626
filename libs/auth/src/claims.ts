import { type UserClaims, userClaims } from '@jobly/contracts';

/** The issuer and audience of users' tokens; both sides pin them, so that no other token of ours passes for one. */
export const USER_TOKENS = { issuer: 'jobly', audience: 'jobly-api' };

const consistent = userClaims.refine(({ sub, username }) => sub === username);

/** The claims in the payload of a user's token that is already verified; throws for a payload of any other shape. */
export const userClaimsOf = (payload: unknown): UserClaims => consistent.parse(payload);
