import type pc from 'picocolors';

export type Colours = ReturnType<typeof pc.createColors>;

const ORDER = ['cyan', 'magenta', 'yellow', 'green', 'blue'] as const;

/** Gives each process a colour of its own, in the order in which they turn up. */
export function colourOfProcess(colours: Colours) {
  const known = new Map<string, (typeof ORDER)[number]>();
  return (process: string, text: string): string => {
    const colour = known.get(process) ?? ORDER[known.size % ORDER.length]!;
    known.set(process, colour);
    return colours[colour](text);
  };
}
