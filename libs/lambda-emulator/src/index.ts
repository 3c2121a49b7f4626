export { type Fleet, type Invoked, createFleet } from './fleet';
export { createFront } from './front';
export { type FunctionSettings, type Instance, startInstance } from './instance';
