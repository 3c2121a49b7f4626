import { Failure } from '@jobly/lab/instrument';
import { commandOf, type Lesson, type Measuring } from './lessons';

/** What has to be run for these lessons: what several name is run once. */
export function agendaOf(lessons: readonly Lesson[]): Measuring[] {
  const named = lessons.flatMap(({ measuring }) => measuring ?? []);
  return [...new Map(named.map((one) => [commandOf(one), one])).values()];
}

/** Rounded up, because whoever waits would rather wait less. */
export const minutesOf = (agenda: readonly Measuring[]) =>
  Math.ceil(agenda.reduce((sum, { minutes }) => sum + minutes, 0));

/**
 * The lessons of these names, in the order of the lecture; all of them without names.
 * @throws Failure naming one that does not exist, or that has nothing to measure
 */
export function chosenLessons(lessons: readonly Lesson[], names: readonly string[] | undefined): readonly Lesson[] {
  const known = lessons.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Failure(`There is no lesson "${unknown}"; there are ${known.join(', ')}.`);
  const unmeasured = lessons.find(({ name, measuring }) => names?.includes(name) && !measuring);
  if (unmeasured)
    throw new Failure(
      `The lecture measures nothing for "${unmeasured.name}"; read docs/lessons/${unmeasured.name}.md.`,
    );
  return names ? lessons.filter(({ name }) => names.includes(name)) : lessons;
}

/** "2 of 10: npm run lab -- sharing --quick, about 5 of 30 minutes left" */
export const progressOf = (agenda: readonly Measuring[], index: number) =>
  `\n${index + 1} of ${agenda.length}: ${commandOf(agenda[index]!)}, about ${minutesOf([agenda[index]!])} of the ${minutesOf(agenda.slice(index))} minutes left`;
