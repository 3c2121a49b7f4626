import { readEnvironment, runTask } from '@jobly/http-kit';
import { settings } from './env';
import { prepare } from './prepare';

// For functions, of which many start at a time: they find their database prepared.
void runTask(async () => ({ seeded: await prepare(readEnvironment(settings)) }));
