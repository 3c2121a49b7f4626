import { startInstance } from './instance';
import { aFunction } from './runtime.fixture';

// A process that has a frozen instance, and tells its parent which process that is.
const { pid } = await startInstance(aFunction({ freezes: true }));
process.send?.(pid);
