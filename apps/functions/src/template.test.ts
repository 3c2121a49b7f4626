import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commonSettings } from '@jobly/http-kit';
import { parse } from 'yaml';
import { settings } from './env';

const folder = join(import.meta.dirname, '../../../deploy/functions');

interface Template {
  Parameters: Record<string, { NoEcho?: boolean; MinLength?: number }>;
  Resources: Record<string, { Type: string; Properties: FunctionProperties }>;
}

interface FunctionProperties {
  CodeUri: string;
  Handler: string;
  Runtime: string;
  MemorySize: number;
  Timeout: number;
  Environment: { Variables: Record<string, string> };
}

/** Without CloudFormation's own tags: a reference is the name that it refers to. */
const text = readFileSync(join(folder, 'template.yaml'), 'utf8').replaceAll(/!(Ref|GetAtt) /g, '');
const { Parameters, Resources } = parse(text) as Template;
const resources = Object.entries(Resources);

describe('the template', () => {
  it('has functions', () => expect(resources.map(([, { Type }]) => Type)).toEqual(['AWS::Serverless::Function']));

  it.each(resources)('deploys what the emulator runs: %s', (name, { Properties }) => {
    const app = name.toLowerCase();
    const defaults = settings.parse({});
    expect(resolve(folder, Properties.CodeUri)).toBe(resolve(folder, '../../dist/functions', app));
    expect(existsSync(resolve(folder, '../../apps', app, 'src/lambda.ts'))).toBe(true);
    expect(Properties).toMatchObject({
      Handler: 'lambda.handler',
      Runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
      MemorySize: defaults.FUNCTION_MEMORY_MB,
      Timeout: defaults.FUNCTION_TIMEOUT_MS / 1_000,
    });
  });

  it.each(resources)('sets variables that the app reads, and all that it cannot do without: %s', (name, resource) => {
    const env = readFileSync(join(folder, '../../apps', name.toLowerCase(), 'src/env.ts'), 'utf8');
    const { Variables } = resource.Properties.Environment;
    const { LOG_LEVEL, ...own } = Variables;
    expect(commonSettings.LOG_LEVEL.parse(LOG_LEVEL)).toBe(LOG_LEVEL);
    for (const variable of Object.keys(own)) expect(env).toMatch(new RegExp(`^  ${variable}: `, 'm'));
    expect(Variables).toMatchObject({ DATABASE_URL: 'DatabaseUrl', JWT_SECRET: 'JwtSecret' });
  });

  it('shows no secret, and refuses a short one as the app does', () => {
    expect(Parameters).toMatchObject({ DatabaseUrl: { NoEcho: true }, JwtSecret: { NoEcho: true, MinLength: 32 } });
  });
});
