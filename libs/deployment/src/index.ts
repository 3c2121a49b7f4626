export { quietly, read } from './command';
export { type Conformance, checkConformance } from './conformance';
export { say, seconds, step, tick } from './progress';
export { type Reads, readConstantly } from './reads';
