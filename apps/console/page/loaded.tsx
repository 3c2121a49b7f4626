import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { View } from './views';

/** A view, as soon as its code is there. */
export function Loaded({ view }: { view: View }) {
  const loaded = useSignal<{ Component: ComponentType } | { failed: true } | undefined>(undefined);
  useEffect(() => {
    document.title = `${view.title} · Jobly, twice`;
    view.load().then(
      (Component) => (loaded.value = { Component }),
      () => (loaded.value = { failed: true }),
    );
  }, [view]);
  if (!loaded.value) return <p class="muted">Loading …</p>;
  if ('failed' in loaded.value) return <p role="alert">The console does not answer. Start it again with npm start.</p>;
  const { Component } = loaded.value;
  return <Component />;
}
