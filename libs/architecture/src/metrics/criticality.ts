import { dependenceOf } from './dependence';
import type { Graph } from './graph';
import { importanceOf } from './importance';

/**
 * Absolute criticality of the service: ACS = AIS × ADS. A service that many need, and that needs many, passes on most
 * failures.
 *
 * Rud, Schmietendorf, Dumke 2006; Bogner, Wagner, Zimmermann 2017.
 */
export const criticalityOf = (services: Graph, service: string): number =>
  importanceOf(services, service) * dependenceOf(services, service);
