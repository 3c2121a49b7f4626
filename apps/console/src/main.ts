import { giveUp, readEnvironment, tellParent } from '@jobly/http-kit';
import { compose } from './compose';
import { settings } from './env';
import { launcher, thaw } from './launcher';
import { listen } from './listen';

const parent = launcher(process);

// It holds nothing that would have to be finished; open event streams would never end by themselves.
for (const event of ['SIGTERM', 'SIGINT']) process.on(event, () => process.exit(0));
process.on('disconnect', () => {
  thaw(parent);
  process.exit(0);
});

try {
  const env = readEnvironment(settings);
  await tellParent({ ready: { url: await listen(compose(env, parent), env.CONSOLE_PORT) } });
} catch (error) {
  await giveUp(error);
}
