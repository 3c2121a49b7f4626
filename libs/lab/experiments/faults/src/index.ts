export { faults } from './faults';
