import { layerWaterfall, madeUpResults } from '@jobly/lab/fixtures/results';
import { largestLayers } from './conclude';

describe('the verdict', () => {
  it('of layers names the largest', () => {
    expect(largestLayers(madeUpResults({ waterfalls: [layerWaterfall] }))).toBe(
      'Of the median time of a request (GET /jobs/:id, 1.97 ms), the largest steps are the call to another service over HTTP 0.62 ms (0.57 to 0.67), the gateway 0.55 ms (0.50 to 0.60) and PostgreSQL and its driver 0.33 ms (0.28 to 0.38).',
    );
  });

  it('lists no step that takes time away among the largest, and says that it does', () => {
    const [arm] = layerWaterfall.arms;
    const parts = [
      { name: 'HTTP', ms: 0.2 },
      { name: 'Express', ms: 0.1, certain: true },
      { name: 'modules', ms: -0.05, certain: true },
    ];
    const waterfalls = [{ ...layerWaterfall, arms: [{ ...arm!, parts }] }];
    expect(largestLayers(madeUpResults({ waterfalls }))).toBe(
      'Of the median time of a request (GET /jobs/:id, 0.25 ms), the largest steps are HTTP 0.20 ms and Express 0.10 ms, while adding modules takes 0.05 ms away.',
    );
  });
});
