import { declarationOf, importsOf, type System } from '@jobly/architecture';
import { StartError } from '@jobly/contracts';
import { arrivalOf } from './arrival';
import { cascadeOf } from './cascade';
import type { Path } from './path';
import { composeOf, hostOf, type Scene, type Step, stepAt } from './step';

export const DELETION = 'deleteCompany';

const RULE = 'libs/companies/src/companies.ts#createCompanies.remove';

/** How a company is deleted, with its jobs and the applications to them. */
export function deletionOf(scene: Scene, system: System): Path {
  const companies = hostOf(scene, 'companies').name;
  const cascade = cascadeOf(scene, system, 'Company');
  const isEvent = cascade.some(({ crossing }) => crossing === 'event');
  return [
    ...arrivalOf(scene, DELETION),
    stepAt(scene, companies, 'leaves the deletion to its lifecycle', RULE),
    removalIn(scene, companies, isEvent),
    ...cascade,
  ];
}

/** The lifecycle that the companies module is composed with. */
function removalIn(scene: Scene, companies: string, isEvent: boolean): Step {
  const compose = composeOf(scene.topology, companies);
  const [lifecycle] = importsOf(scene.workspace, compose)
    .filter(({ name, from }) => from === '@jobly/companies' && /^by[A-Z]/.test(name))
    .flatMap(({ local }) => declarationOf(scene.workspace, compose, local) ?? []);
  if (!lifecycle) throw new StartError(`${compose} imports no lifecycle of companies.`);
  const { file, name } = lifecycle;
  const what = `deletes the company${isEvent ? ' and records that as an event' : ''}, in \`${name}\``;
  return { ...stepAt(scene, companies, what, `${file}#${name}.remove`), commits: true };
}
