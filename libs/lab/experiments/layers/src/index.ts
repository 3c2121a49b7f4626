export { bare } from './bare';
export { layers } from './layers';
