export { vertical } from './vertical';
