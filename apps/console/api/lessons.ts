/** A page of the lecture. */
export interface Lesson {
  /** As the address names it; empty for the index. */
  readonly name: string;
  readonly title: string;
  /** Made from this repository's own pages, and from nothing else. */
  readonly html: string;
  /** Its neighbours in the order of the lecture. */
  readonly previous: LessonLink | null;
  readonly next: LessonLink | null;
}

export interface LessonLink {
  readonly name: string;
  readonly title: string;
}
