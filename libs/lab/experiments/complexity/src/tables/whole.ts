import { filesOf, interdependentPairs, propagationCost, servicesOf, type System } from '@jobly/architecture';
import { percentage, type Table } from '@jobly/lab/results';

/** What is said of a topology as a whole. */
export const wholeTable = ({ workspace, topologies }: System): Table => {
  const figures = topologies.map((topology) => {
    const pairs = interdependentPairs(servicesOf(topology)).map((pair) => pair.join(' and '));
    return {
      files: percentage(propagationCost(filesOf(workspace, topology))),
      processes: percentage(propagationCost(servicesOf(topology))),
      pairs: pairs.length === 0 ? '0' : `${pairs.length}: ${pairs.join(', ')}`,
    };
  });
  return {
    name: 'whole',
    title: 'How far a change may reach',
    note: 'Propagation cost (MacCormack, Rusnak, Baldwin 2006): the share of all files, or processes, that a change of one may reach, on average. Files reach each other by what they import, so a call over the network does not count there. Interdependent pairs: services that invoke each other (SIY; Rud, Schmietendorf, Dumke 2006).',
    head: ['', ...topologies.map(({ name }) => name)],
    rows: [
      ['propagation cost of files', ...figures.map(({ files }) => files)],
      ['propagation cost of processes', ...figures.map(({ processes }) => processes)],
      ['interdependent pairs of processes', ...figures.map(({ pairs }) => pairs)],
    ],
    keys: ['files', 'processes', 'pairs'],
  };
};
