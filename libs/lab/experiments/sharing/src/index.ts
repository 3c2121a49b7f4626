export { sharing } from './sharing';
