import { state } from '../../live';
import { isOrdering, order, refusal } from './order';
import { conditionInWords } from './words';

/** What was done to the parts, and the way back. It stays in the page, because only what changes in it is announced. */
export function FaultsInForce() {
  const parts = state.value?.parts ?? [];
  const words = conditionInWords(parts);
  return (
    <div class="faults">
      <p role="status">{words || 'Nothing is at fault.'}</p>
      <button disabled={!words || isOrdering.value} onClick={() => void order({ do: 'mend-all' })}>
        Mend everything
      </button>
      {refusal.value && <p role="alert">{refusal.value}</p>}
    </div>
  );
}
