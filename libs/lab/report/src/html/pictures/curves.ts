import { configurationsIn, type Results } from '@jobly/lab/results';
import type { Accents } from '../accents';
import type { Size } from '../curves/frame';
import { percentileCases, type PercentileFigure, percentileFigures } from '../curves/percentile-section';
import { throughputFigures } from '../curves/throughput-section';
import { nameOf, type Picture, picture } from './picture';

/** Half as large again as on a page, where several stand side by side. */
const SIZE: Size = { width: 560, height: 320 };

/** The percentile curves of each operation. */
export function percentilePictures(results: Results, accents: Accents): Picture[] {
  const figures = percentileFigures(results, accents);
  const names = namesOf(figures);
  return figures.map(({ operation, configuration, told, chart }, index) =>
    picture(results, names[index]!, {
      title: `Response time by percentile: ${titleOf(operation, configuration)}`,
      notes: told,
      ...SIZE,
      drawn: chart(SIZE),
    }),
  );
}

/** The names of the pictures that only the blocks of a run can draw; it may have been stored without them. */
export const picturesOfBlocks = (results: Results): string[] => namesOf(percentileCases(results));

type Named = Pick<PercentileFigure, 'operation' | 'configuration'>;

/** Numbered if there are several of one operation. */
const namesOf = (figures: readonly Named[]): string[] =>
  figures.map(({ operation, configuration }, index) => {
    const alike = (one: Named) => one.operation === operation && one.configuration === configuration;
    const before = figures.slice(0, index).filter(alike).length;
    return nameOf('percentiles', operation, configuration, before > 0 ? String(before + 1) : undefined);
  });

/** The throughput curves of each operation, one for each percentile that has the samples. */
export function throughputPictures(results: Results, accents: Accents): Picture[] {
  const several = configurationsIn(results).length > 1;
  return throughputFigures(results.curves, accents).flatMap(({ operation, configuration, told, charts }) => {
    const where = several ? configuration : undefined;
    return charts.flatMap(({ percentile, chart }) => {
      const drawn = chart(SIZE);
      if (!drawn) return [];
      const title = `${percentile} by throughput: ${titleOf(operation, where)}`;
      return [
        picture(results, nameOf('throughput', percentile, operation, configuration), {
          title,
          notes: told,
          ...SIZE,
          drawn,
        }),
      ];
    });
  });
}

const titleOf = (operation: string, configuration: string | undefined) =>
  configuration === undefined ? operation : `${operation}, ${configuration}`;
