export { type Architecture, architectureOf, type Process } from './architecture';
