export { complexity } from './complexity';
