import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ArchitectureFacts } from '../../../api/architecture';
import { ask } from '../../ask';
import { state } from '../../live';
import { route } from '../../route';
import { BlastRadiusTable } from './blast-radius';
import { Diagrams } from './diagrams';
import { FaultsInForce } from './faults-in-force';
import { PartPanel } from './part-panel';
import { useFigures } from './watching';

/** What runs, alive; and what still works when a part of it fails. */
export function ArchitectureView() {
  const facts = useSignal<ArchitectureFacts | undefined>(undefined);
  const problem = useSignal('');
  useFigures();
  useEffect(() => {
    ask<ArchitectureFacts>('api/architecture').then(
      (found) => (facts.value = found),
      (error: unknown) => (problem.value = (error as Error).message),
    );
  }, []);
  const part = state.value?.parts.find(({ name }) => name === route.value[1]);
  return (
    <>
      <h1>What runs, and what goes on when a part of it fails</h1>
      <FaultsInForce />
      {problem.value && <p role="alert">{problem.value}</p>}
      {facts.value ? (
        <Diagrams drawings={facts.value.drawings} />
      ) : (
        !problem.value && <p class="muted">Reading the code …</p>
      )}
      {facts.value && !part && <p class="muted">Choose a process to see its last minute, and to let it fail.</p>}
      {facts.value && (
        <div class={part ? 'beside' : ''}>
          {part && <PartPanel key={part.name} part={part} drawing={facts.value.drawings[part.topology]} />}
          <BlastRadiusTable operations={facts.value.operations} />
        </div>
      )}
    </>
  );
}
