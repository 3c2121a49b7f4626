export { startUp } from './start-up';
