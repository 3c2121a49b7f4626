import { serveBare } from './bare-server';
import { serveExpress } from './express-server';
import { serveNothing } from './null-server';
import { serveProxy } from './proxy-server';

/** The servers of these experiments, each a process of its own. */
export const processes = {
  'null-server': serveNothing,
  'bare-server': serveBare,
  'express-server': serveExpress,
  'proxy-server': serveProxy,
};
