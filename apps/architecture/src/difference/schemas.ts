import { type Model, modelsOf, type System, type Topology } from '@jobly/architecture';
import { diffOf } from './diff';
import { blocks, bulleted, count, counted, linkTo, listed } from './markdown';
import { amountOf, sidesOf } from './sides';

/** What became of the tables where they are apart. */
export function schemasSection(system: System): string {
  const { whole, split } = sidesOf(system);
  const [together, apart] = [modelsIn(whole, system), modelsIn(split, system)];
  const changed = together.flatMap((model) => {
    const other = apart.find(({ name }) => name === model.name);
    return other && other.text !== model.text ? [titleOf(model, other), diffOf(model.text, other.text)] : [];
  });
  const added = apart.filter(({ name }) => together.every((model) => model.name !== name));
  const relationsIn = (topology: Topology) => amountOf('foreign keys', topology, system);
  return blocks(
    '## The schemas',
    `A reference is a relation only within a database: ${counted(relationsIn(whole), 'relation')} in ${whole.name}, ${count(relationsIn(split))} in ${split.name}. Where the other table is elsewhere, a plain column remains.`,
    ...changed,
    `${split.name} has tables that ${whole.name} does not need, for what must not be lost between two databases:`,
    bulleted(
      Array.from(
        Map.groupBy(added, ({ name }) => name),
        ([name, models]) => `${name}, in ${listed(models.map(inProcess))}`,
      ),
    ),
  );
}

type Placed = Model & { process: string };

const modelsIn = ({ processes }: Topology, { workspace }: System): Placed[] =>
  processes.flatMap(({ name, part }) => modelsOf(workspace, part.app).map((model) => ({ ...model, process: name })));

const inProcess = ({ place, process }: Placed) => linkTo(place, process);

const titleOf = (model: Placed, other: Placed) =>
  `${model.name} in ${inProcess(model)} (−) and in ${inProcess(other)} (+):`;
