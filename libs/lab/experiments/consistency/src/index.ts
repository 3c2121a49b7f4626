export { consistency } from './consistency';
