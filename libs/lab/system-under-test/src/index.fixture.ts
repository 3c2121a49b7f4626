export { type FakeJobly, type Fault, startFakeJobly } from './testing/fake-jobly.fixture';
