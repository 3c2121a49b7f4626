export { endurance } from './endurance';
