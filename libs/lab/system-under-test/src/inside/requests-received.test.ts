import { closeServers, startTestServer } from '@jobly/lab/fixtures/instrument';
import { requestsReceived } from './requests-received';

afterEach(closeServers);

describe('the requests that a process has received', () => {
  it('are those that it has answered or refused, without scrapes and health checks', async () => {
    const url = await startTestServer((_request, response) =>
      response.end(
        [
          'http_request_duration_seconds_count{method="GET",route="/jobs/:id",status="200",process="x"} 40',
          'http_request_duration_seconds_count{method="GET",route="/jobs",status="503",process="x"} 2',
          'http_request_duration_seconds_count{method="GET",route="/metrics",status="200",process="x"} 100',
          'http_request_duration_seconds_count{method="GET",route="/health/ready",status="200",process="x"} 100',
          'admission_refusals_total{what="The server",process="x"} 8',
          'admission_refusals_total{what="The jobs service",process="x"} 2',
        ].join('\n'),
      ),
    );
    expect(await requestsReceived({ name: 'x', url })).toBe(50);
  });
});
