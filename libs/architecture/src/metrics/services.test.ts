import { criticalityOf } from './criticality';
import { dependenceOf } from './dependence';
import type { Graph } from './graph';
import { importanceOf } from './importance';
import { interdependentPairs } from './interdependence';

/** Everybody needs the middle, twice or not; it needs two; one pair needs each other. */
const services: Graph = {
  nodes: ['front', 'left', 'middle', 'right'],
  edges: [
    ['front', 'middle'],
    ['front', 'middle'],
    ['left', 'middle'],
    ['middle', 'left'],
    ['middle', 'right'],
    ['right', 'right'],
  ],
};

describe('a service', () => {
  it('is as important as it has consumers, however much they ask', () => {
    expect(services.nodes.map((node) => importanceOf(services, node))).toEqual([0, 1, 2, 1]);
  });

  it('is as dependent as it asks others, itself excluded', () => {
    expect(services.nodes.map((node) => dependenceOf(services, node))).toEqual([1, 1, 2, 0]);
  });

  it('is as critical as the product says', () => {
    expect(services.nodes.map((node) => criticalityOf(services, node))).toEqual([0, 1, 4, 0]);
  });

  it('is interdependent with those that it asks and that ask it, each pair once', () => {
    expect(interdependentPairs(services)).toEqual([['left', 'middle']]);
  });
});
