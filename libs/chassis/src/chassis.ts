import { remembered, verifications } from '@jobly/auth';
import { type Database, openDatabase, problemOf } from '@jobly/database';
import { createTracing } from '@jobly/tracing';
import {
  type Guard,
  type Route,
  type Service,
  type ServiceOptions,
  createLogger,
  createService,
  guarded,
  timed,
} from '@jobly/http-kit';

interface ChassisSettings {
  LOG_LEVEL: string;
  SERVER_TIMING: boolean;
  ADMIT_ALL: boolean;
  OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
}

interface DatabaseSettings<Prisma> {
  url: string;
  /** The most connections it will ever hold. */
  max: number;
  /** Whether changes of shared records are recorded as events. */
  recordsChanges?: boolean;
  /** The Prisma client generated for it. */
  client: new (options: Pick<Database, 'adapter'>) => Prisma;
}

/** The composition's contribution to the chassis. */
interface Parts extends Pick<
  ServiceOptions,
  'described' | 'trustProxy' | 'middleware' | 'routers' | 'workers' | 'metrics'
> {
  /** Whether browsers talk to it. */
  isPublic?: boolean;
  routes: Route[];
  guard: Guard;
}

/**
 * Requests at work at a time. Under the least nobody waits even while the machine is busy with something else; more than
 * the most would only wait for one of the database's few connections.
 */
const AT_WORK = { least: 16, most: 128 };

/**
 * The common base of every process with a database, in either architecture: log, pool, readiness, metrics, errors, and
 * the order in which all of it closes. https://microservices.io/patterns/microservice-chassis.html
 */
export function createChassis<Prisma>(
  name: string,
  env: ChassisSettings,
  { url, max, recordsChanges, client: PrismaClient }: DatabaseSettings<Prisma>,
) {
  const log = createLogger(name, env.LOG_LEVEL);
  const tracing = createTracing(name, env.OTEL_EXPORTER_OTLP_ENDPOINT);
  const database = openDatabase({
    url,
    max,
    name,
    recordsChanges,
    timed: env.SERVER_TIMING ? timed : undefined,
    traced: tracing !== undefined,
  });
  const db = { ...database, prisma: new PrismaClient({ adapter: database.adapter }) };

  /** The process with these parts. */
  const service = ({ routes, guard, workers = [], metrics = [], isPublic = false, ...parts }: Parts): Service =>
    createService({
      ...parts,
      name,
      env,
      log,
      tracing,
      isPublic,
      atWork: AT_WORK,
      probe: database.ping,
      databaseTraffic: database.traffic,
      translate: problemOf,
      operations: guarded(routes, guard),
      metrics: [remembered, verifications, ...database.metrics, ...metrics],
      // The pool closes last: the others use it until they have stopped.
      workers: [{ stop: database.close }, ...workers],
    });
  return { log, db, tracing, service };
}
