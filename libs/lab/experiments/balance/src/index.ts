export { balance } from './balance';
