import { hostOf, type Scene, type Step, stepAt } from './step';
import { receivedBy } from './reception';

/** From one module to another through a port, such as `JobBoard.ofCompany`: as a function, or over the network. */
export function questionOf(scene: Scene, from: string, port: string): Step[] {
  const asking = hostOf(scene, from).name;
  const edge = scene.topology.edges.find(
    ({ kind, from: caller, method }) => kind === 'call' && caller === asking && method === port,
  );
  if (!edge) {
    return [
      stepAt(
        scene,
        asking,
        `asks its neighbour by a function call, \`${port}\``,
        `libs/contracts/src/ports.ts#${port}`,
      ),
    ];
  }
  return [
    { process: asking, what: `asks its neighbour by an HTTP client, \`${port}\``, place: edge.place, statements: 0 },
    ...receivedBy(scene, edge, 'request'),
  ];
}
