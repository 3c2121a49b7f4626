export { functions } from './functions';
