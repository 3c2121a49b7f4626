import { commonSettings, setting } from '@jobly/http-kit';
import { z } from 'zod';

/** The settings of the console. It listens on loopback only, because it can stop processes. */
export const settings = z.object({
  LOG_LEVEL: commonSettings.LOG_LEVEL,
  CONSOLE_PORT: setting.port(3000),
  /** The password of the seeded users, if it is not the well-known one. */
  SEED_PASSWORD: z.string().default('password'),
  /** The directory in which the launcher collects spans of all requests, if it does. */
  TRACES: z.string().optional(),
});

export type Environment = z.output<typeof settings>;
