import { repeatOf } from '@jobly/lab/runner';
import type { Authentication } from '../inside/state';
import { type Mode, modes } from '../modes';

/** One state of a running stack, and the tokens of its requests. */
export interface Rung {
  /** The name of its arm. */
  name: string;
  mode: Mode;
  way: Authentication;
  /** The share of requests with a token of their own, which the stack has not seen for a minute. */
  newTokens: number;
  /** The rung that it is compared with, in the same processes; none for the lowest. */
  base?: string;
  /** The rung that it is once more. */
  repeats?: string;
  /** It demonstrates a common mistake. */
  mistake?: true;
}

/** How often a stack that caches answers has the one it needs, in percent; always and never are rungs of their own. */
const HITS = [99, 90, 50];

/** Below every mode: the same processes, which read tokens and neither check nor ask anything. */
const lowest = (mode: Mode): Rung => ({ name: `${mode.name}, tokens only read`, mode, way: 'only-read', newTokens: 0 });

/** The same with a token for each request: reading a token that was never seen costs something, too. */
const lowestOfMany = (mode: Mode): Rung => ({
  ...lowest(mode),
  ...{ name: manyTokensReadName(mode), newTokens: 1, base: lowest(mode).name },
});

function rungsOf(mode: Mode): Rung[] {
  const { name, topology, authMode } = mode;
  const [bottom, bottomOfMany] = [lowest(mode), lowestOfMany(mode)];
  const usual = { mode, way: 'usual', base: bottom.name } as const;
  const again = { ...bottom, name: repeatOf(bottom.name), base: bottom.name, repeats: bottom.name };
  const mistakes = MISTAKES.filter((one) => topology === 'micro' && authMode === one.authMode);
  return [
    bottom,
    ...(authMode === 'jwks' ? [again] : []),
    { ...usual, name, newTokens: 0 },
    ...(authMode === 'jwks' ? [{ ...usual, name: repeatOf(name), newTokens: 0, base: name, repeats: name }] : []),
    ...(authMode === 'introspect-cached'
      ? HITS.map((hits) => ({ ...usual, name: `${name}, ${hits} % hits`, newTokens: 1 - hits / 100 }))
      : []),
    ...(MANY_TOKENS.includes(authMode)
      ? [bottomOfMany, { ...usual, name: manyTokensName(mode), newTokens: 1, base: bottomOfMany.name }]
      : []),
    ...mistakes.map(({ way, what }) => ({
      ...{ name: `${name}, ${what} (mistake)`, mode, way, newTokens: 0, base: name },
      mistake: true as const,
    })),
  ];
}

/** The modes that show what a single token flatters: the compiler in the first, and in the others a cache. */
const MANY_TOKENS: readonly string[] = ['jwks', 'gateway', 'introspect-cached'];

/** Common mistakes in a mode, which both cost a lot and change nothing else. */
const MISTAKES = [
  { authMode: 'shared-secret', way: 'secret-as-string', what: 'as a string' },
  { authMode: 'introspect', way: 'no-keep-alive', what: 'no keep-alive' },
] as const;

/** The name of the rung on which every request has a token of its own. */
export const manyTokensName = ({ name }: Pick<Mode, 'name'>) => `${name}, a token for each request`;

/** The name of the rung below that one. */
export const manyTokensReadName = (mode: Pick<Mode, 'name'>) => `${manyTokensName(mode)}, only read`;

/** All rungs of both ladders. */
export const rungs: readonly Rung[] = modes.flatMap(rungsOf);

/** Whether a rung is one of a mode's first two: its lowest, and the mode itself. */
export const isPlain = ({ name, mode, base, repeats }: Rung): boolean =>
  repeats === undefined && (base === undefined || name === mode.name);

/** Whether a rung is none of these and no repetition of one: another number of tokens, a cache's hits, a mistake. */
export const isFurther = (rung: Rung): boolean => rung.repeats === undefined && !isPlain(rung);
