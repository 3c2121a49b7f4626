import ts from 'typescript';
import { declarationOf } from '../code/declarations';
import { constantIn } from '../code/evaluate';
import { propertiesOf } from '../code/values';
import { placeOf, type Workspace } from '../code/workspace';

/** One environment variable of an app. */
export interface Setting {
  readonly name: string;
  readonly isRequired: boolean;
  /** Whoever knows its value can do what only this process should. */
  readonly isSecret: boolean;
  readonly place: string;
}

/** The ends of names that only secrets have, for those whose kind does not say so. */
const SECRET = /(SECRET|PRIVATE_KEY(_FILE)?|PASSWORD)$/;

/** The variables that an app declares in its `env.ts`. */
export const settingsOf = (workspace: Workspace, app: string): Setting[] =>
  Array.from(propertiesOf(constantIn(workspace, `apps/${app}/src/env.ts`, 'settings')), ([name, { node }]) => ({
    name,
    isRequired: !/\.(default|optional)\(/.test(spelledOut(workspace, node)),
    isSecret: /\b(secret|databaseUrl)\b/.test(node.getText()) || SECRET.test(name),
    place: placeOf(node),
  }));

/** The code of a setting with that of the kinds it is made of: `setting.port(3001)`. */
function spelledOut(workspace: Workspace, node: ts.Node, depth = 3): string {
  const texts = [node.getText()];
  const visit = (inner: ts.Node): void => {
    const meant = depth > 0 ? madeOf(workspace, inner) : undefined;
    if (meant) texts.push(spelledOut(workspace, meant, depth - 1));
    else ts.forEachChild(inner, visit);
  };
  visit(node);
  return texts.join('\n');
}

/** A kind of setting by its name, or a function that makes one; never the whole list of kinds. */
function madeOf(workspace: Workspace, node: ts.Node): ts.Node | undefined {
  const file = node.getSourceFile().fileName;
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return propertiesOf(constantIn(workspace, file, node.expression.text)).get(node.name.text)?.node;
  }
  const isName = ts.isIdentifier(node) || ts.isShorthandPropertyAssignment(node);
  const declaration = isName ? declarationOf(workspace, file, node.getText()) : undefined;
  const isNew = declaration && !(node.pos >= declaration.statement.pos && node.end <= declaration.statement.end);
  return isNew && declaration.value && !ts.isObjectLiteralExpression(declaration.value)
    ? declaration.statement
    : undefined;
}
