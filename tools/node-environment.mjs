import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node. A worker with nothing left to do ends at once: otherwise Node first takes its heap of up
 * to a gigabyte apart, and if that takes half a second, Jest kills the worker and suspects the tests.
 */
process.once('beforeExit', () => process.exit());

export default TestEnvironment;
