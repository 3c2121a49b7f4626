/** 127.0.0.2 and so on; the stacks themselves are at 127.0.0.1. */
const FIRST = 2;
const HOSTS = 250;

let given = 0;

/**
 * The next address of this machine alone, on Linux: replicas of a process listen at the same port of one each. An
 * address returns only after all others, when whoever was there has long ended.
 */
export const nextHost = (): string => `127.0.0.${FIRST + (given++ % HOSTS)}`;
