export { type AuthMode, authModes } from './auth-modes';
export { BATCH_SIZE } from './batch-size';
export * from './companies';
export { type WayOfSharing, waysOfSharing } from './data-sharing';
export * from './errors';
export {
  type Delivered,
  type EventHandlers,
  EventRefused,
  type Payload,
  type Topic,
  type TopicOf,
  events,
  topicsOf,
} from './events';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './fields';
export type { Identity, TokenSubject } from './identity';
export { internalOperations } from './internal-operations';
export { type Introspection, type UserClaims, userClaims } from './introspection';
export * from './jobs';
export { openApiDocument } from './openapi';
export type { Access, Input, Operation, Owner, Reply } from './operation';
export { type PublicOperations, operations } from './operations';
export { hostRule, isHost, originOf, withoutBrackets } from './origin';
export { operationsWith } from './password-policy';
export type {
  CompanyDirectory,
  CompanyEvents,
  JobBoard,
  JobEvents,
  JobRegister,
  TokenIntrospector,
  UserDirectory,
} from './ports';
export { canonicalUsername } from './usernames';
export type { AskPage, PageQuestion, SharedRow } from './shared-rows';
export { seededCompanies } from './seeded-companies';
export * from './users';
