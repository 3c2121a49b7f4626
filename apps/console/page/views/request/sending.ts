import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Answers, Caller, FilledIn, Form } from '../../../api/request';
import { ask } from '../../ask';
import { state } from '../../live';

/** What was sent last, and what became of it. */
interface Sent {
  readonly filledIn: FilledIn;
  readonly answers: Answers;
}

/**
 * The filled-in form of the chosen operation, and how it is sent. A read is sent as soon as it is chosen.
 * @param onDone what happens after something may have changed
 */
export function useSending(chosen: Form, onDone: () => Promise<unknown>) {
  const values = useSignal(valuesOf(chosen));
  const caller = useSignal<Caller>('user');
  const sent = useSignal<Sent | undefined>(undefined);
  const failure = useSignal('');
  const underWay = useSignal(false);
  const last = useRef(new AbortController());

  const send = async () => {
    if (underWay.value) return;
    const { signal } = last.current;
    const filledIn = filledInFrom(chosen, values.value, caller.value);
    underWay.value = true;
    failure.value = '';
    try {
      const answers = await ask<Answers>('api/requests', filledIn, signal);
      if (signal.aborted) return;
      sent.value = { filledIn, answers };
      if (chosen.method !== 'GET' && isDone(answers)) await onDone();
    } catch (error) {
      if (signal.aborted) return;
      failure.value = (error as Error).message;
    }
    underWay.value = false;
  };
  // Another operation begins anew; another form of the same one only has other names that are free.
  useEffect(() => {
    last.current = new AbortController();
    caller.value = chosen.access === 'admin' ? 'admin' : 'user';
    [sent.value, failure.value, underWay.value] = [undefined, '', false];
    values.value = valuesOf(chosen);
    if (chosen.method === 'GET' && !state.value?.measuring) void send();
    return () => last.current.abort();
  }, [chosen.name]);
  useEffect(() => void (values.value = valuesOf(chosen)), [chosen]);

  return { values, caller, sent, failure, underWay, send };
}

/** What is sent if it is sent now. */
export const filledInFrom = ({ name }: Form, values: Readonly<Record<string, string>>, as: Caller): FilledIn => ({
  ...{ operation: name, values, as },
});

const valuesOf = ({ fields }: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value]));

const isDone = ({ answers }: Answers) => answers.some((answer) => 'status' in answer && answer.status < 400);
