import type { Owner } from '@jobly/contracts';

/**
 * The topologies that can be started: the application as one process, as two services, as a service for each module,
 * as one process whose port calls go through JSON, and are made twice unless LOOPBACK_PORT_CALLS is `json`, or as a
 * function, in an emulator of AWS Lambda.
 */
export type Topology = 'monolith' | 'soa' | 'micro' | 'loopback' | 'functions';

export type PartName =
  | 'monolith'
  | 'soa-gateway'
  | 'accounts'
  | 'catalogue'
  | 'gateway'
  | 'users'
  | 'companies'
  | 'jobs'
  | 'loopback'
  | 'functions';

/** The names of the parts for people. */
export const titles: Record<PartName | 'postgres', string> = {
  postgres: 'PostgreSQL',
  monolith: 'monolith',
  'soa-gateway': 'soa gateway',
  accounts: 'accounts service',
  catalogue: 'catalogue service',
  gateway: 'microservices gateway',
  users: 'users service',
  companies: 'companies service',
  jobs: 'jobs service',
  loopback: 'loopback monolith',
  functions: 'monolith as a function',
};

/** A setting that the user gives in one variable; `appReads` is the app's own variable, if it differs. */
interface Variable {
  variable: string;
  appReads?: string;
}

/** One process of a topology. */
export interface Blueprint {
  name: PartName;
  topology: Topology;
  /** The folder below dist/apps. */
  app: string;
  /** What runs it: Node.js, unless it says otherwise. */
  runtime?: 'bun';
  /** The modules that share the process; none in a gateway. */
  modules: readonly Owner[];
  port: Variable & { fallback: number };
  database?: Variable & { name: string };
}

const all: readonly Owner[] = ['users', 'companies', 'jobs'];

export const blueprints: Blueprint[] = [
  {
    name: 'monolith',
    topology: 'monolith',
    app: 'monolith',
    modules: all,
    port: { variable: 'MONOLITH_PORT', fallback: 3001 },
    database: { variable: 'DATABASE_URL', name: 'jobly' },
  },
  {
    name: 'soa-gateway',
    topology: 'soa',
    app: 'gateway',
    modules: [],
    port: { variable: 'SOA_GATEWAY_PORT', fallback: 3004, appReads: 'GATEWAY_PORT' },
  },
  {
    name: 'accounts',
    topology: 'soa',
    // Users and their applications are what the users service has already.
    app: 'users-service',
    modules: ['users'],
    port: { variable: 'ACCOUNTS_PORT', fallback: 3021, appReads: 'USERS_PORT' },
    database: { variable: 'ACCOUNTS_DATABASE_URL', name: 'jobly_accounts', appReads: 'USERS_DATABASE_URL' },
  },
  {
    name: 'catalogue',
    topology: 'soa',
    app: 'catalogue-service',
    modules: ['companies', 'jobs'],
    port: { variable: 'CATALOGUE_PORT', fallback: 3022 },
    database: { variable: 'CATALOGUE_DATABASE_URL', name: 'jobly_catalogue' },
  },
  {
    name: 'gateway',
    topology: 'micro',
    app: 'gateway',
    modules: [],
    port: { variable: 'GATEWAY_PORT', fallback: 3002 },
  },
  {
    name: 'users',
    topology: 'micro',
    app: 'users-service',
    modules: ['users'],
    port: { variable: 'USERS_PORT', fallback: 3011 },
    database: { variable: 'USERS_DATABASE_URL', name: 'jobly_users' },
  },
  {
    name: 'companies',
    topology: 'micro',
    app: 'companies-service',
    modules: ['companies'],
    port: { variable: 'COMPANIES_PORT', fallback: 3012 },
    database: { variable: 'COMPANIES_DATABASE_URL', name: 'jobly_companies' },
  },
  {
    name: 'jobs',
    topology: 'micro',
    app: 'jobs-service',
    modules: ['jobs'],
    port: { variable: 'JOBS_PORT', fallback: 3013 },
    database: { variable: 'JOBS_DATABASE_URL', name: 'jobly_jobs' },
  },
  {
    name: 'loopback',
    topology: 'loopback',
    app: 'monolith',
    modules: all,
    port: { variable: 'LOOPBACK_PORT', fallback: 3003, appReads: 'MONOLITH_PORT' },
    database: { variable: 'LOOPBACK_DATABASE_URL', name: 'jobly_loopback', appReads: 'DATABASE_URL' },
  },
  {
    name: 'functions',
    topology: 'functions',
    app: 'functions',
    modules: all,
    port: { variable: 'FUNCTIONS_PORT', fallback: 3005 },
    database: { variable: 'FUNCTIONS_DATABASE_URL', name: 'jobly_functions', appReads: 'DATABASE_URL' },
  },
];

/** The variable by which a service finds the process that has a module. */
export const urlVariableOf = (module: Owner) => `${module.toUpperCase()}_URL`;

/** Whether a part is one of several, which find each other by URL. */
export const isDistributed = ({ topology }: Pick<Blueprint, 'topology'>) => topology === 'soa' || topology === 'micro';

/** The part of a topology that has a module. */
export const partWith = (module: Owner, topology: Topology): Blueprint =>
  blueprints.find((one) => one.topology === topology && one.modules.includes(module))!;
