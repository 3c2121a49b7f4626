export { type ActiveSpan, type SpanAttributes, currentSpan, currentTraceParent } from './span';
export { type Tracing, createTracing } from './tracing';
