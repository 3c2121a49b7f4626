import { signal } from '@preact/signals';
import type { ConsoleState } from '../api/state';

/** The state of the console; undefined until the server has told it. */
export const state = signal<ConsoleState | undefined>(undefined);

/** Whether the server can be heard at the moment. */
export const connected = signal(true);

// One connection for all views: a browser has only six for an origin.
const events = new EventSource('api/live');
events.onopen = () => (connected.value = true);
events.onerror = () => (connected.value = false);

/**
 * Hears the events of a name until the returned function is called. The browser reconnects by itself.
 * @param hear gets the event's data, parsed; its shape is that of the server's publisher of that name
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows what comes by that name
export function hear<T>(name: string, hear: (data: T) => void): () => void {
  const listener = ({ data }: MessageEvent<string>) => hear(JSON.parse(data) as T);
  events.addEventListener(name, listener);
  return () => events.removeEventListener(name, listener);
}

hear<ConsoleState>('state', (next) => (state.value = next));
