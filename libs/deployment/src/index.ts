export { type CommandOptions, quietly, read } from './command';
export { type Conformance, checkConformance } from './conformance';
export { say, seconds, step, tick, told } from './progress';
export { type Reads, readConstantly } from './reads';
