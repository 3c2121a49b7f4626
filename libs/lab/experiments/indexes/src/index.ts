export { indexes } from './indexes';
