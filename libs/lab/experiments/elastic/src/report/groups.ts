import type { Course } from '../course';
import type { ElasticPart, StackName } from '../fleet/parts';
import type { Watched } from '../observe';

/** All courses of one stack along one curve. */
export interface Group {
  stack: StackName;
  curve: Course['curve'];
  courses: readonly Course[];
}

export const groupsOf = (courses: readonly Course[]): Group[] =>
  Array.from(Map.groupBy(courses, ({ stack, curve }) => `${stack} ${curve}`).values(), (alike) => ({
    stack: alike[0]!.stack,
    curve: alike[0]!.curve,
    courses: alike,
  }));

/** The processes of a stack, from the one that needs most replicas to the one that needs fewest. */
export const partsByNeed = ({ capacities }: Watched, stack: StackName): ElasticPart[] =>
  [...capacities.get(stack)!].toSorted(([, one], [, other]) => one.capacity - other.capacity).map(([part]) => part);

/** How often each curve was followed by each stack. */
export const repetitionsOf = (courses: readonly Course[]): ReadonlyMap<Course['curve'], number> =>
  new Map(groupsOf(courses).map(({ curve, courses: alike }) => [curve, alike.length]));
