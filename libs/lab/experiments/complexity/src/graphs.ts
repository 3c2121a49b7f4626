import { architectureOf, type Drawing, drawingOf, type System, type Topology } from '@jobly/architecture';
import type { Graph } from '@jobly/lab/results';
import { listed } from './tables/cell';

/** Each topology as boxes and arrows. */
export const graphsOf = ({ workspace, topologies }: System): Graph[] =>
  topologies.map((topology) => {
    const drawing = drawingOf(architectureOf(workspace, topology.name));
    return {
      arm: topology.name,
      note: leftOut(topology, drawing),
      boxes: drawing.boxes.map((box) => ({ ...box, details: [...box.details] })),
      arrows: drawing.arrows.map((arrow) => ({ ...arrow, labels: [...arrow.labels] })),
    };
  });

/** The calls that no composition names: those for which a library decides whether they are made. */
function leftOut({ edges }: Topology, { arrows }: Drawing): string {
  const drawn = new Set(arrows.flatMap(({ labels }) => labels));
  const calls = edges.filter(
    ({ kind, method }) => kind === 'call' && !drawn.has(method.slice(method.indexOf('.') + 1)),
  );
  const methods = [...new Set(calls.map(({ method }) => method))];
  return methods.length === 0 ? '' : `Without ${listed(methods)}, which not every authentication mode needs.`;
}
