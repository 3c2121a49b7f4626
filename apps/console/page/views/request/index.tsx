import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Form } from '../../../api/request';
import { ask } from '../../ask';
import { route } from '../../route';
import { Desk } from './desk';

/** The operation to begin with: it crosses a border in the microservices, and is easy to understand. */
const FIRST = 'getJob';

/** One request, sent to all stacks that run. */
export function RequestView() {
  const forms = useSignal<readonly Form[] | undefined>(undefined);
  const failure = useSignal('');
  const load = () =>
    ask<Form[]>('api/forms').then(
      (loaded) => (forms.value = loaded),
      (error: unknown) => (failure.value = (error as Error).message),
    );
  useEffect(() => void load(), []);
  if (failure.value) return <p role="alert">{failure.value}</p>;
  if (!forms.value) return <p class="muted">Loading …</p>;
  const wanted = route.value[1] ?? FIRST;
  const chosen = forms.value.find(({ name }) => name === wanted) ?? forms.value.find(({ name }) => name === FIRST)!;
  return <Desk forms={forms.value} chosen={chosen} onWrite={load} />;
}
