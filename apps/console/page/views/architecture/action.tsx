import type { ComponentChildren } from 'preact';

interface Props {
  /** Whether it can be done now. */
  isPossible: boolean;
  isPrimary?: boolean;
  /** If its text does not say it all. */
  'aria-label'?: string;
  'aria-describedby'?: string;
  act: () => Promise<unknown>;
  children: ComponentChildren;
}

/** A button that keeps the focus while it cannot be used, as is often so just after it was. */
export const Action = ({ isPossible, isPrimary = false, act, children, ...named }: Props) => (
  <button
    {...named}
    class={isPrimary ? 'primary' : ''}
    aria-disabled={!isPossible}
    onClick={() => {
      if (isPossible) void act();
    }}
  >
    {children}
  </button>
);
