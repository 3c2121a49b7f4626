/** The databases of each stack, and those of their tables that grow with use. */
export const databasesOf = {
  monolith: [{ database: 'jobly', tables: ['companies', 'jobs', 'users', 'applications', 'login_failures'] }],
  micro: [
    { database: 'jobly_companies', tables: ['companies'] },
    { database: 'jobly_users', tables: ['users', 'applications', 'login_failures'] },
    { database: 'jobly_jobs', tables: ['jobs', 'inbox'] },
  ],
} as const;

export type StackName = keyof typeof databasesOf;

export const stackNames = Object.keys(databasesOf) as StackName[];

/** All of them; read models are left out, since nobody reads them unless DATA_SHARING says so. */
export const bigTables: ReadonlySet<string> = new Set(
  Object.values(databasesOf).flatMap((all) => all.flatMap(({ tables }): readonly string[] => tables)),
);

export const databaseNames: readonly string[] = Object.values(databasesOf).flatMap((all) =>
  all.map(({ database }) => database),
);
