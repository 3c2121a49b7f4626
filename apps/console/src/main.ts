import { giveUp, readEnvironment, tellParent } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';
import { launcher } from './launcher';
import { listen } from './listen';

// It holds nothing that would have to be finished; open event streams would never end by themselves.
for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.on(event, () => process.exit(0));

try {
  const env = readEnvironment(settings);
  await tellParent({ ready: { url: await listen(compose(env, launcher(process)), env.CONSOLE_PORT) } });
} catch (error) {
  await giveUp(error);
}
