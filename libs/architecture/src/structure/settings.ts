import { settingsOf } from '../reading/settings';
import type { System, Topology } from '../reading/system';
import type { Measure } from './measure';

const settingsIn = ({ processes }: Topology, { workspace }: System) =>
  processes.flatMap(({ name, part }) =>
    settingsOf(workspace, part.app).map((setting) => ({ ...setting, what: `${name}: ${setting.name}` })),
  );

export const variables: Measure = {
  name: 'variables',
  title: 'environment variables, over all processes',
  of: settingsIn,
};

export const requiredVariables: Measure = {
  name: 'required variables',
  title: 'of them required',
  of: (topology, system) => settingsIn(topology, system).filter(({ isRequired }) => isRequired),
};

export const secretVariables: Measure = {
  name: 'secret variables',
  title: 'of them secret',
  of: (topology, system) => settingsIn(topology, system).filter(({ isSecret }) => isSecret),
};
