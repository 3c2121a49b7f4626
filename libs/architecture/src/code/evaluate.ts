import ts from 'typescript';
import { declarationOf, exportOf } from './declarations';
import { fileOf, importsOf } from './imports';
import { type Property, propertiesOf, UNKNOWN, type Value } from './values';
import type { Workspace } from './workspace';
import { made, refined } from './zod';

type Scope = ReadonlyMap<string, Value>;

/** The value of a constant, wherever the file has it from; unknown if it has none. */
export function constantIn(workspace: Workspace, file: string, name: string): Value {
  const declaration = declarationOf(workspace, file, name);
  if (!declaration?.value) return UNKNOWN;
  const { value: node } = declaration;
  const value: Value = ts.isFunctionDeclaration(node)
    ? { kind: 'function', node }
    : evaluate(workspace, node, new Map());
  return value.kind === 'schema' && !value.name ? { ...value, name } : value;
}

/** Literals, records, lists, zod schemas, and calls of functions of this workspace that only make such things. */
export function evaluate(workspace: Workspace, node: ts.Node, scope: Scope): Value {
  const at = (inner: ts.Node) => evaluate(workspace, inner, scope);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return at(node.expression);
  }
  if (ts.isStringLiteralLike(node)) return { kind: 'literal', value: node.text };
  if (ts.isNumericLiteral(node)) return { kind: 'literal', value: Number(node.text.replaceAll('_', '')) };
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { kind: 'literal', value: true };
  if (node.kind === ts.SyntaxKind.NullKeyword) return { kind: 'literal', value: null };
  if (ts.isTemplateExpression(node)) return { kind: 'literal', value: filled(node, at) };
  if (ts.isArrowFunction(node)) return { kind: 'function', node };
  if (ts.isObjectLiteralExpression(node)) return { kind: 'record', properties: recordOf(node, at) };
  if (ts.isArrayLiteralExpression(node)) {
    return { kind: 'list', items: node.elements.map((element) => ({ node: element, value: at(element) })) };
  }
  if (ts.isIdentifier(node)) {
    return scope.get(node.text) ?? constantIn(workspace, node.getSourceFile().fileName, node.text);
  }
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return propertiesOf(at(node.expression)).get(node.argumentExpression.text)?.value ?? UNKNOWN;
  }
  if (ts.isPropertyAccessExpression(node)) return member(workspace, node, at);
  if (ts.isCallExpression(node)) return called(workspace, node, at);
  return UNKNOWN;
}

type At = (node: ts.Node) => Value;

function filled({ head, templateSpans }: ts.TemplateExpression, at: At): string {
  const parts = templateSpans.map(({ expression, literal }) => {
    const value = at(expression);
    return (value.kind === 'literal' ? String(value.value) : '*') + literal.text;
  });
  return head.text + parts.join('');
}

function recordOf(node: ts.ObjectLiteralExpression, at: At): Map<string, Property> {
  const entries = node.properties.flatMap((property): [string, Property][] => {
    if (ts.isSpreadAssignment(property)) return [...propertiesOf(at(property.expression))];
    if (ts.isShorthandPropertyAssignment(property)) {
      return [[property.name.text, { node: property, value: at(property.name) }]];
    }
    if (!ts.isPropertyAssignment(property)) return [];
    const name = ts.isComputedPropertyName(property.name) ? property.name.getText() : property.name.text;
    return [[name, { node: property, value: at(property.initializer) }]];
  });
  return new Map(entries);
}

function member(workspace: Workspace, { expression, name }: ts.PropertyAccessExpression, at: At): Value {
  if (ts.isIdentifier(expression)) {
    const file = expression.getSourceFile().fileName;
    const namespace = importsOf(workspace, file).find((one) => one.name === '*' && one.local === expression.text);
    const target = namespace && fileOf(workspace, file, namespace.from);
    const found = target && exportOf(workspace, target, name.text);
    if (found) return constantIn(workspace, found.file, found.name);
  }
  const whole = at(expression);
  // A schema's own properties are its shape.
  if (whole.kind === 'schema') return name.text === 'shape' ? { ...whole, kind: 'record' } : UNKNOWN;
  return propertiesOf(whole).get(name.text)?.value ?? UNKNOWN;
}

function called(workspace: Workspace, { expression, arguments: given }: ts.CallExpression, at: At): Value {
  const values = given.map(at);
  if (ts.isPropertyAccessExpression(expression)) {
    if (expression.expression.getText() === 'z') return made(expression.name.text, values);
    const base = at(expression.expression);
    if (base.kind === 'schema') return refined(base, expression.name.text, values);
  }
  const callee = at(expression);
  if (callee.kind !== 'function') return UNKNOWN;
  const { body, parameters } = callee.node;
  const scope = new Map(parameters.flatMap(({ name }, index) => bound(name, values[index] ?? UNKNOWN)));
  const result = body && ts.isBlock(body) ? body.statements.find(ts.isReturnStatement)?.expression : body;
  return result ? evaluate(workspace, result, scope) : UNKNOWN;
}

/** The names that a parameter binds. */
function bound(name: ts.BindingName, value: Value): [string, Value][] {
  if (ts.isIdentifier(name)) return [[name.text, value]];
  if (!ts.isObjectBindingPattern(name)) return [];
  return name.elements.map((element) => {
    const key = (element.propertyName ?? element.name).getText();
    return [element.name.getText(), propertiesOf(value).get(key)?.value ?? UNKNOWN];
  });
}
