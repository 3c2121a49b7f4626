import { type Graph, neededBy } from './graph';

/**
 * Services interdependence in the system (SIY): the pairs of services that invoke each other.
 *
 * Rud, Schmietendorf, Dumke 2006; Bogner, Wagner, Zimmermann 2017. Every pair counts once, and only direct invocations
 * count, as in the implementation of Bogner's group (github.com/xJREB/microservices-runtime-analysis).
 */
export const interdependentPairs = (services: Graph): [string, string][] =>
  services.nodes.flatMap((one, index) =>
    services.nodes
      .slice(index + 1)
      .filter((other) => neededBy(services, one).has(other) && neededBy(services, other).has(one))
      .map((other): [string, string] => [one, other]),
  );
