export { overload } from './overload';
