import { runRuntime, serverAsHandler } from '@jobly/lambda-runtime';

await runRuntime(process.env, serverAsHandler);
