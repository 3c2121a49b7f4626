export { versions } from './versions';
