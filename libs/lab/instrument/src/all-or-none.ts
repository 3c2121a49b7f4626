/** Something that has to be stopped again. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Counts what was started among what is to be stopped, and gives it back. */
export type Keep = <S extends Stoppable>(started: S) => S;

/** What was started together, and how all of it is stopped. */
export interface Together<T> extends Stoppable {
  started: T;
}

/**
 * Starts several things of which all are needed: if one cannot be started, those that were are stopped again.
 *
 * @param start keeps whatever it starts, and settles only when nothing is being started any more
 */
export async function allOrNone<T>(start: (keep: Keep) => Promise<T>): Promise<Together<T>> {
  const kept: Stoppable[] = [];
  const stop = async () => {
    await Promise.all(kept.map((one) => one.stop()));
  };
  const keep: Keep = (one) => {
    kept.push(one);
    return one;
  };
  try {
    return { started: await start(keep), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
