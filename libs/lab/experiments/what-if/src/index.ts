export { whatIf } from './what-if';
