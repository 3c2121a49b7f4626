/** Of this machine alone, on Linux: replicas of a process listen at the same port of both. */
export const HOSTS = ['127.0.0.2', '127.0.0.3'] as const;

/** No real name ends like this (RFC 6761). */
export const DOMAIN = '.replicas.test';
