export { bare } from './bare';
export { layers } from './layers';
export { serveBare } from './servers/bare-server';
export { serveExpress } from './servers/express-server';
export { serveNothing } from './servers/null-server';
