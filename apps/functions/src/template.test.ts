import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { commonSettings } from '@jobly/http-kit';
import { parse } from 'yaml';
import { settings } from './env';
import { contradictions } from './specification.fixture';

const folder = join(import.meta.dirname, '../../../deploy/functions');

interface Template {
  Parameters: Record<string, object>;
  Globals: { Function: Pick<FunctionProperties, 'Environment'> };
  Resources: Record<string, { Type: string; Properties: FunctionProperties }>;
}

interface FunctionProperties {
  CodeUri: string;
  Environment: { Variables: Record<string, string> };
  Events?: Record<string, object>;
}

/** Without CloudFormation's own tags: a reference is the name that it refers to. */
const text = readFileSync(join(folder, 'template.yaml'), 'utf8').replaceAll(/!(Ref|Sub|GetAtt) /g, '');
const { Parameters, Globals, Resources } = parse(text) as Template;

/** Each with the folder of its app, and with what all functions have. */
const functions = Object.entries(Resources).map(([name, { Type, Properties }]) => {
  const Variables = { ...Globals.Function.Environment.Variables, ...Properties.Environment.Variables };
  const app = name.replace('Service', '-service').toLowerCase();
  return { app, Type, Properties: { ...Globals.Function, ...Properties, Environment: { Variables } } };
});

describe('the template', () => {
  it('has every app that can be a function', () => {
    const apps = ['monolith', 'users-service', 'companies-service', 'jobs-service'];
    expect(functions.map(({ app }) => app)).toEqual(apps);
    expect(functions.map(({ app }) => settings.parse({ FUNCTION: app }).FUNCTION)).toEqual(apps);
  });

  it.each(functions)('is as AWS specifies functions: $app', ({ Type, Properties }) => {
    expect(contradictions(Type, Properties)).toEqual([]);
  });

  it('would not pass with a property that is unknown, missing or of another type', () => {
    const properties = { MemorySizes: 512, Timeout: '15', FunctionUrlConfig: {} };
    expect(contradictions('AWS::Serverless::Function', properties)).toEqual([
      'AWS::Serverless::Function.MemorySizes is unknown',
      'AWS::Serverless::Function.Timeout must be of the type number',
      'AWS::Serverless::Function.FunctionUrlConfig.AuthType is missing',
    ]);
    expect(contradictions('AWS::Serverless::Functions', {})).toHaveLength(1);
  });

  it.each(functions)('deploys what the emulator runs: $app', ({ app, Properties }) => {
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

  it.each(functions)('sets variables that the app reads, and all that it cannot do without: $app', (one) => {
    const { LOG_LEVEL, ...own } = one.Properties.Environment.Variables;
    expect(commonSettings.LOG_LEVEL.parse(LOG_LEVEL)).toBe(LOG_LEVEL);
    const env = readFileSync(join(folder, '../../apps', one.app, 'src/env.ts'), 'utf8');
    for (const variable of Object.keys(own)) expect(env).toMatch(new RegExp(`^  ${variable}: `, 'm'));
    const needed = Array.from(env.matchAll(/^ {2}(\w+): setting\.(?:databaseUrl|servicePrivateKey|url\(.*\)),/gm));
    expect(Object.keys(own)).toEqual(expect.arrayContaining(needed.map(([, variable]) => variable)));
  });

  it('lets whoever signs tokens have a key, and nobody else', () => {
    const keys = functions.map(({ Properties }) =>
      Object.keys(Properties.Environment.Variables).filter((variable) => variable.startsWith('JWT_')),
    );
    expect(keys).toEqual([['JWT_SECRET'], ['JWT_PRIVATE_KEY'], [], []]);
  });

  it('schedules the functions that have an outbox, and no other', () => {
    const hasOutbox = ({ app }: { app: string }) =>
      readFileSync(join(folder, '../../apps', app, 'src/compose.ts'), 'utf8').includes('createOutbox(');
    const isScheduled = ({ Properties }: { Properties: FunctionProperties }) => Properties.Events !== undefined;
    expect(functions.filter(isScheduled)).toEqual(functions.filter(hasOutbox));
  });

  it.each(functions)('refers to each secret in the one secret of its function, and to no other: $app', (one) => {
    const isSecret = (variable: string) => /(DATABASE_URL|SECRET|PRIVATE_KEY)$/.test(variable);
    const secrets = Object.entries(one.Properties.Environment.Variables).filter(([variable]) => isSecret(variable));
    expect(secrets).toEqual(
      secrets.map(([variable]) => [
        variable,
        `{{resolve:secretsmanager:\${Secrets}/${one.app}:SecretString:${variable}}}`,
      ]),
    );
    expect(secrets.length).toBeGreaterThanOrEqual(2);
  });

  it('has no parameter that holds a secret', () => {
    expect(Object.keys(Parameters)).toEqual(['Secrets', 'UsersUrl', 'CompaniesUrl', 'JobsUrl']);
  });
});
