import { signal } from '@preact/signals';

/** The part of the address behind `#/`, in its segments: `#/lessons/caching` is `['lessons', 'caching']`. */
const segments = () => location.hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);

/** Where the reader is. It follows the address, so that every view can be linked to, and "back" goes back. */
export const route = signal<readonly string[]>(segments());

addEventListener('hashchange', () => (route.value = segments()));
