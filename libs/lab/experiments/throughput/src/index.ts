export { throughput } from './throughput';
