/** Something declared in a package: a function, a constant, a class or a type. */
export interface Element {
  readonly name: string;
  readonly package: string;
  /** Whether it only says what something is like: an interface or another type. */
  readonly isAbstract: boolean;
  /** The names of the elements that it depends on. */
  readonly uses: readonly string[];
}

export interface Coupling {
  readonly afferent: number;
  readonly efferent: number;
  /** Null for a package that depends on nothing, and on which nothing depends. */
  readonly instability: number | null;
  readonly abstractness: number;
  readonly distance: number | null;
}

/**
 * The coupling of a package:
 * - afferent (Ca): the elements outside that depend on elements inside;
 * - efferent (Ce): the elements inside that depend on elements outside;
 * - instability I = Ce ÷ (Ca + Ce), abstractness A = abstract elements ÷ elements;
 * - distance from the main sequence D = |A + I − 1|.
 *
 * Martin: OO design quality metrics, 1994. There Ce counts the classes inside, in Agile Software Development (2002) the
 * classes outside that those depend on; this is the definition of 1994. Both speak of classes: where there are none,
 * top-level declarations take their place, and interfaces and type aliases that of abstract classes.
 */
export function couplingOf(name: string, elements: readonly Element[]): Coupling {
  const inside = elements.filter((element) => element.package === name);
  const outside = elements.filter((element) => element.package !== name);
  const dependOn = (some: readonly Element[], others: readonly Element[]) => {
    const names = new Set(others.map((element) => element.name));
    return some.filter(({ uses }) => uses.some((used) => names.has(used))).length;
  };
  const [afferent, efferent] = [dependOn(outside, inside), dependOn(inside, outside)];
  const instability = afferent + efferent === 0 ? null : efferent / (afferent + efferent);
  const abstractness = inside.length === 0 ? 0 : inside.filter(({ isAbstract }) => isAbstract).length / inside.length;
  const distance = instability === null ? null : Math.abs(abstractness + instability - 1);
  return { afferent, efferent, instability, abstractness, distance };
}
