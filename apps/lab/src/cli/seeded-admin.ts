/** The administrator that every seeded database has. */
export const SEEDED_ADMIN = { username: 'testadmin', password: 'password' };
