import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/** The settings of the emulator. The function gets every variable that the emulator has. */
export const settings = z.object({
  HOST: commonSettings.HOST,
  FUNCTIONS_PORT: setting.port(3005),
  FUNCTION: setting.oneOf(['monolith', 'users-service', 'companies-service', 'jobs-service']),
  /** Whether an instance is a handler, or the app's own server with an adapter in front of it. */
  FUNCTION_FORM: setting.oneOf(['handler', 'server']),
  MIGRATE: setting.migrate,
  FUNCTION_CONCURRENCY: setting.whole(1, 1_000, 100),
  FUNCTION_IDLE_MS: setting.whole(1, 3_600_000, 300_000),
  FUNCTION_MEMORY_MB: setting.whole(128, 10_240, 512),
  /** How often a schedule wakes the function (s); 0 for never. */
  FUNCTION_SCHEDULE_S: setting.whole(0, 86_400, 60),
  FUNCTION_TIMEOUT_MS: setting.whole(1, 900_000, 15_000),
});

export type Environment = z.output<typeof settings>;
