import { placeOf, type ProcessCode, symbolIn, type System } from '@jobly/architecture';
import { diffOf } from './diff';
import { blocks, folded, linkTo } from './markdown';
import { sidesOf } from './sides';

/** The service whose composition is not folded: it asks a neighbour, answers one, and sends and handles events. */
const SHOWN = 'jobs';

/** How the same modules are wired, in one process and in each of several. */
export function compositionsSection(system: System): string {
  const { whole, split } = sidesOf(system);
  const composition = ({ part }: ProcessCode) => symbolIn(system.workspace, `apps/${part.app}/src/compose.ts#compose`);
  const one = whole.processes[0]!;
  const services = split.processes
    .filter(({ modules }) => modules.length > 0)
    .map((service) => ({
      name: service.name,
      title: `${linkTo(placeOf(composition(one)), one.name)} (−) beside ${linkTo(placeOf(composition(service)), service.name)} (+)`,
      diff: diffOf(composition(one).getText(), composition(service).getText()),
    }));
  const shown = services.filter(({ name }) => name === SHOWN);
  const others = services.filter(({ name }) => name !== SHOWN);
  return blocks(
    '## The compositions',
    'One function for each process wires its modules: to each other as functions, or to clients that ask over HTTP.',
    ...shown.flatMap(({ title, diff }) => [`${title}:`, diff]),
    ...others.map(({ name, title, diff }) => folded(`compose-${name}`, `the same for ${name}`, `${title}:`, diff)),
  );
}
