export { aa } from './aa';
