import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BlastRadius, Figures } from '../../../api/architecture';
import { ask } from '../../ask';
import { hear, state } from '../../live';
import { type History, remembering } from './history';

/** The last minute of every part. */
export const history = signal<History>(new Map());

export const blastRadius = signal<BlastRadius | undefined>(undefined);

/** Less than the time for which the server believes that somebody watches (ms). */
const AGAIN_MS = 4_000;

/** Lets the server know that somebody watches, as long as the view is open and can be seen. */
export function useFigures(): void {
  useEffect(() => {
    const tell = (next: BlastRadius) => void (blastRadius.value = next);
    const forget = [
      hear<Figures>('figures', (figures) => (history.value = remembering(history.value, figures))),
      hear('blast-radius', tell),
    ];
    const watch = () => {
      if (document.visibilityState !== 'visible' || state.value?.measuring) return;
      // Whether the server can be heard at all is said above all views.
      ask<BlastRadius>('api/architecture/watch', {}).then(tell, () => {});
    };
    watch();
    const timer = setInterval(watch, AGAIN_MS);
    document.addEventListener('visibilitychange', watch);
    return () => {
      for (const one of forget) one();
      history.value = new Map();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', watch);
    };
  }, []);
}
