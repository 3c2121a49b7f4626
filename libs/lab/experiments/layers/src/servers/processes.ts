import { serveBare } from './bare-server';
import { serveBareCompanies, serveBareJobs } from './bare-services';
import { serveExpress } from './express-server';
import { serveNothing } from './null-server';
import { serveProxy } from './proxy-server';

/** The servers of these experiments, each a process of its own. */
export const processes = {
  'null-server': serveNothing,
  'bare-server': serveBare,
  'bare-companies': serveBareCompanies,
  'bare-jobs': serveBareJobs,
  'express-server': serveExpress,
  'proxy-server': serveProxy,
};
