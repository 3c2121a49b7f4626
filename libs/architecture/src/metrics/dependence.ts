import { type Graph, neededBy } from './graph';

/**
 * Absolute dependence of the service (ADS): the number of other services of which it invokes at least one operation.
 *
 * Rud, Schmietendorf, Dumke 2006; Bogner, Wagner, Zimmermann 2017.
 */
export const dependenceOf = (services: Graph, service: string): number => neededBy(services, service).size;
