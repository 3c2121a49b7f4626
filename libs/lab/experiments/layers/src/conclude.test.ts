import { layerWaterfall, madeUpResults } from '@jobly/lab/fixtures/results';
import { largestLayers } from './conclude';

describe('the verdict', () => {
  it('of layers names the largest', () => {
    expect(largestLayers(madeUpResults({ waterfalls: [layerWaterfall] }))).toBe(
      'Of the median time of a request (GET /jobs/:id, 1.93 ms), the largest steps are the call to another service over HTTP 0.62 ms, the gateway 0.55 ms and PostgreSQL and its driver 0.33 ms.',
    );
  });
});
