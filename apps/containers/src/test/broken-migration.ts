/** The name of a migration that is newer than any other. */
export const BROKEN_MIGRATION = '99990101000000_fails_half_way';

/** Its first statement works, and its second one never does. */
export const BROKEN_SQL = 'CREATE TABLE half_way (id int); SELECT 1 / 0;';
