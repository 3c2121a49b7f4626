import { effect, signal } from '@preact/signals';
import type { WhatIf } from '../../../api/what-if';
import { ask } from '../../ask';
import { messageOf } from '../../message-of';
import { route } from '../../route';

/** What the reader has changed, as written, by the assumption's name. */
export const asked = signal<Readonly<Record<string, string>>>({});

/** The last answer; undefined until the first. */
export const answer = signal<WhatIf | undefined>(undefined);

/** Why there is none. */
export const failure = signal<string | undefined>(undefined);

/** The assumptions of an address. */
const inAddress = () => (route.value[0] === 'what-if' ? (route.value[1] ?? '') : undefined);

effect(() => {
  const address = inAddress();
  if (address !== undefined) asked.value = Object.fromEntries(new URLSearchParams(address));
});

let current: AbortController | undefined;

effect(() => {
  const query = new URLSearchParams(asked.value).toString();
  // A slider asks faster than anybody reads: only the last answer matters.
  current?.abort();
  const { signal: superseded } = (current = new AbortController());
  ask<WhatIf>(`api/what-if?${query}`, undefined, superseded).then(
    (found) => ([answer.value, failure.value] = [found, undefined]),
    (error: unknown) => {
      if (!superseded.aborted) failure.value = messageOf(error);
    },
  );
});

/** Changes an assumption, and the address with it, so that a question can be passed on. */
export function assume(name: string, value: string): void {
  const changed = { ...asked.value, [name]: value };
  asked.value = changed;
  history.replaceState(null, '', `#/what-if/${new URLSearchParams(changed).toString()}`);
}
