import ts from 'typescript';

/** The calls below a node, with the text of what is called: `route`, `http.get`. */
export function callsBelow(node: ts.Node): { callee: string; call: ts.CallExpression }[] {
  const found: ReturnType<typeof callsBelow> = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isCallExpression(inner)) found.push({ callee: inner.expression.getText(), call: inner });
    ts.forEachChild(inner, visit);
  };
  visit(node);
  return found;
}

/** A call's first argument, if it is a string. */
export function firstString({ arguments: [first] }: ts.CallExpression): string | undefined {
  return first && ts.isStringLiteralLike(first) ? first.text : undefined;
}
