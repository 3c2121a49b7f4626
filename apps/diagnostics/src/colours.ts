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

/** Whatever was in a log or a span: a terminal must not obey it. */
// eslint-disable-next-line no-control-regex -- those are what it removes
export const printable = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '�');
