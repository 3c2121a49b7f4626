import type { Topology } from '@jobly/stack';
import type { Drawings } from '../../../api/architecture';
import { state } from '../../live';
import { Diagram } from './diagram';

const TITLES: readonly (readonly [Topology, string])[] = [
  ['monolith', 'Monolith'],
  ['soa', 'soa'],
  ['micro', 'Microservices'],
];

/** The topologies that run, side by side. */
export function Diagrams({ drawings }: { drawings: Drawings }) {
  const parts = state.value?.parts ?? [];
  const running = TITLES.filter(([topology]) => parts.some((part) => part.topology === topology));
  return (
    <>
      <div class="diagrams">
        {running.map(([topology, title]) => {
          const drawing = drawings[topology];
          return (
            <section key={topology} class={`diagram ${topology}`} aria-label={title}>
              <h2>{title}</h2>
              {drawing ? (
                <Diagram drawing={drawing} parts={parts.filter((part) => part.topology === topology)} />
              ) : (
                <p class="muted">The code does not say how it is composed.</p>
              )}
            </section>
          );
        })}
      </div>
      <p class="muted legend">
        Thick arrows are HTTP requests, dashed ones events. Requests and CPU are those of the last second; 100 % is one
        CPU. Memory is the resident set.
      </p>
    </>
  );
}
