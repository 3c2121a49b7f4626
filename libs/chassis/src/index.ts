export { createChassis } from './chassis';
