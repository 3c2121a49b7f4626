export { runtime } from './runtime';
