import { state } from '../../live';
import { Action } from './action';
import { order, refusal } from './order';
import { conditionInWords } from './words';

/** What was done to the parts, and the way back. It stays in the page, because only what changes in it is announced. */
export function FaultsInForce() {
  const parts = state.value?.parts ?? [];
  const words = conditionInWords(parts);
  return (
    <div class="faults">
      <p role="status">{words || 'Nothing is at fault.'}</p>
      <Action isPossible={words !== ''} act={() => order({ do: 'mend-all' })}>
        Mend everything
      </Action>
      {refusal.value && <p role="alert">{refusal.value}</p>}
    </div>
  );
}
