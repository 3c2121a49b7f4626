import { forbidden } from '@jobly/contracts';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Pages of other origins can neither frame it nor be loaded into it, and nothing in a page of its own runs but its files. */
export const securityHeaders = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    directives: { 'upgrade-insecure-requests': null, 'script-src': ["'self'"], 'frame-ancestors': ["'self'"] },
  },
});

/** Names that lead to this machine whatever a name server says. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/**
 * Refuses what a page of another site could make a browser send: by a name that it lets point to this machine (DNS
 * rebinding), or as a request across origins (https://developer.mozilla.org/en-US/docs/Glossary/Fetch_metadata_request_header).
 */
export const ownPagesOnly: RequestHandler = ({ headers, path }, _response, next) => {
  const { host = '', origin } = headers;
  if (!LOOPBACK.test(host)) throw forbidden('The console answers on loopback only');
  if (origin !== undefined && origin !== `http://${host}`) throw forbidden('The console answers only its own pages');
  // An image or a script of another site has no Origin. A link to the console may come from anywhere.
  const site = headers['sec-fetch-site'];
  const isLink = headers['sec-fetch-mode'] === 'navigate' && path === '/';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isLink) {
    throw forbidden('The console answers only its own pages');
  }
  next();
};
