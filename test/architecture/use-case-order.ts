import ts from 'typescript';

/** What a use case waits for before its transaction begins: reads it may decide on too early. */
export function beforeTransaction(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && node.name.getText() === 'run' && node.body) {
      found.push(...awaitsBefore(node.body));
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function awaitsBefore(body: ts.Block): string[] {
  const waits: string[] = [];
  let begun = false;
  const visit = (node: ts.Node): void => {
    if (begun) return;
    if (isTransaction(node)) begun = true;
    else {
      if (ts.isAwaitExpression(node) && !isTransaction(node.expression)) {
        waits.push(node.expression.getText().replace(/\s+/g, ' ').slice(0, 80));
      }
      ts.forEachChild(node, visit);
    }
  };
  visit(body);
  return begun ? waits : [];
}

function isTransaction(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /\bdatabase\.transaction$/.test(node.expression.getText());
}

/** Where a state is written by hand, beside the lifecycle tables. */
export function stateWrites(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isAssignment(node) || isChange(node) || isUpdate(node)) {
      found.push(node.getText().replace(/\s+/g, ' ').slice(0, 80));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isAssignment(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(node.left) &&
    node.left.name.text === 'state'
  );
}

/** `Object.assign(row, { state })` and `update(where, { state })`; a new row may begin somewhere. */
function isChange(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return false;
  const call = node.parent.parent;
  if (node.name.getText() !== 'state' || !ts.isCallExpression(call)) return false;
  const name = call.expression.getText();
  const [first] = call.arguments;
  if (first === node.parent) return false;
  return name.endsWith('.update') || (name === 'Object.assign' && !ts.isNewExpression(first!));
}

function isUpdate(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) && /\bUPDATE\b.*\bSET\b.*\bstate\s*=/is.test(node.text);
}
