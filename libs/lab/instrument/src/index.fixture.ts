export { closeServers, startTestServer } from './testing/server.fixture';
