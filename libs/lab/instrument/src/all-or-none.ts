/** Something that has to be stopped again. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Registers something that was started for stopping, and returns it. */
export type Keep = <S extends Stoppable>(started: S) => S;

/** Several things that were started together, and one way to stop them all. */
export interface Together<T> extends Stoppable {
  started: T;
}

/**
 * Starts several things that are all needed: if one cannot be started, the others are stopped again.
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
