export { type Handler, functionOf } from './function-of';
export { runRuntime } from './run-runtime';
export { serverAsHandler } from './server-as-handler';
