/** A deployable that a feature changes, and whether the feature also has migrations for its database. */
export interface Changed {
  readonly name: string;
  readonly app: string;
  readonly database: string | undefined;
  readonly migrates: boolean;
}

/** A step of a deployment. */
export interface Step {
  /** `jobs`, or `jobs schema` for the migration of its database. */
  readonly name: string;
  /** The step that comes first in any case. */
  readonly after?: string;
}

/** How far the deployment of one deployable has come. */
export type Stage = 'old' | 'migrated' | 'new';

const schemaOf = (name: string) => `${name} schema`;

/**
 * The steps that deploy a change. A process migrates its database when it starts, so the first one of the new version
 * migrates it while those of the old version still run: that is a step of its own.
 */
export const stepsFor = (changed: readonly Changed[]): Step[] =>
  changed.flatMap(({ name, migrates }): Step[] =>
    migrates ? [{ name: schemaOf(name) }, { name, after: schemaOf(name) }] : [{ name }],
  );

/** How far a deployable has come when these steps are done. */
export function stageOf(name: string, done: ReadonlySet<string>): Stage {
  if (done.has(name)) return 'new';
  return done.has(schemaOf(name)) ? 'migrated' : 'old';
}
