/** No real name ends like this (RFC 6761). */
export const DOMAIN = '.elastic.test';

/** The variable that names the directory of the lists. */
export const LISTS = 'LAB_REPLICA_LISTS';
