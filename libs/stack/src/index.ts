export { authModeOf, authModesOf } from './auth-mode';
export type { Description, Endpoint, Part } from './description';
export type { StackEvent, StackOptions } from './options';
export type { PartExit } from './part-exit';
export { freePort } from './ports';
export type { Replica } from './replicate';
export { type SecretFiles, secretFiles } from './secrets';
export { type Stack, startStack } from './stack';
export { type PartName, type Topology, titles } from './topology';
