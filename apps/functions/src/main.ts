import { createServer } from 'node:http';
import { StartError, originOf } from '@jobly/contracts';
import { giveUp, readEnvironment, tellParent } from '@jobly/http-kit';
import { createFront } from '@jobly/lambda-emulator';
import { settings } from './env';
import { fleetOf } from './fleet-of';
import { prepare } from './prepare';

try {
  const env = readEnvironment(settings);
  const fleet = fleetOf(env);
  const seeded = await prepare(env);
  // As much as the servers that it stands for.
  const server = createServer({ maxHeaderSize: 132 * 1024, requireHostHeader: false }, createFront(fleet));
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      reject(
        new StartError(
          `Port ${env.FUNCTIONS_PORT} cannot be listened on (${code}); set FUNCTIONS_PORT to another one.`,
        ),
      );
    });
    server.listen(env.FUNCTIONS_PORT, env.HOST, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : env.FUNCTIONS_PORT;

  const wake = () => void fleet.invoke('{"source":"aws.events"}');
  const isScheduled = env.FUNCTION_FORM === 'handler' && env.FUNCTION_SCHEDULE_S > 0;
  const schedule = isScheduled ? setInterval(wake, env.FUNCTION_SCHEDULE_S * 1_000) : undefined;

  const stop = async () => {
    clearInterval(schedule);
    server.close();
    server.closeAllConnections();
    await fleet.stop();
    process.exit(0);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, () => void stop());
  await tellParent({ ready: { url: originOf(env.HOST, port), seeded } });
} catch (error) {
  await giveUp(error);
}
