export { horizontal } from './horizontal';
