import { runRuntime } from '@jobly/lambda-runtime';

await runRuntime(process.env);
