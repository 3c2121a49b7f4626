export { compare } from './compare';
