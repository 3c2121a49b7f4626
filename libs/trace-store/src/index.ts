export { type Collector, startCollector } from './collector';
export { linesIn, linesOf } from './lines';
export { type StoredSpan, parseSpan } from './stored-span';
export { traceFiles } from './span-file';
