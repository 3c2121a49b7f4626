import jwt from 'jsonwebtoken';

/**
 * Preloaded into processes of the lab alone: every token, of a user or a service, is read and none is checked. The
 * applications have no switch for this and must not get one.
 */
Object.assign(jwt, { verify: (token: string) => jwt.decode(token) });
