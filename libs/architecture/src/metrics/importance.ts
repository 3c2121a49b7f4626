import { type Graph, needing } from './graph';

/**
 * Absolute importance of the service (AIS): the number of consumers that invoke at least one of its operations.
 *
 * Rud, Schmietendorf, Dumke: Product metrics for service-oriented infrastructures, 2006; as defined again by Bogner,
 * Wagner, Zimmermann: Automatically measuring the maintainability of service- and microservice-based systems, 2017.
 * Clients outside of the system do not count.
 */
export const importanceOf = (services: Graph, service: string): number => needing(services, service).size;
