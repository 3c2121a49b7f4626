export { coordinatedOmission } from './coordinated-omission';
