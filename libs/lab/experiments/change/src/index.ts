export { change } from './change';
