import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { connected } from './live';
import type { View } from './views';

/** A view, as soon as its code is there. */
export function Loaded({ view }: { view: View }) {
  const loaded = useSignal<{ Component: ComponentType } | { failed: true } | undefined>(undefined);
  const load = () =>
    view.load().then(
      (Component) => (loaded.value = { Component }),
      () => (loaded.value = { failed: true }),
    );
  useEffect(() => {
    document.title = `${view.title} · Jobly, twice`;
    void load();
  }, [view]);
  // The server is back, and with it the code that it could not give.
  useSignalEffect(() => {
    if (connected.value && 'failed' in (loaded.peek() ?? {})) void load();
  });
  if (!loaded.value) return <p class="muted">Loading …</p>;
  if ('failed' in loaded.value) return <p role="alert">The console does not answer. Start it again with npm start.</p>;
  const { Component } = loaded.value;
  return <Component />;
}
