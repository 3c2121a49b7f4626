import type { ComponentType } from 'preact';

/** A view of the console. Its code is loaded when it is opened. */
export interface View {
  /** In the address: `#/name`. */
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<ComponentType>;
}

/** All views, in the order of the navigation; the first is the one to start with. */
export const views: readonly [View, ...View[]] = [
  { name: 'request', title: 'Request', load: async () => (await import('./request')).RequestView },
  { name: 'architecture', title: 'Architecture', load: async () => (await import('./architecture')).ArchitectureView },
  { name: 'experiments', title: 'Experiments', load: async () => (await import('./experiments')).ExperimentsView },
  { name: 'what-if', title: 'What if', load: async () => (await import('./what-if')).WhatIfView },
  { name: 'lessons', title: 'Lessons', load: async () => (await import('./lessons')).LessonsView },
];
