import ts from 'typescript';
import { APPLICATION_STATES } from '../../src/rules/lifecycle/application-states.js';
import { CONFLICT_STATES } from '../../src/rules/lifecycle/conflict-states.js';
import { DRAW_STATES } from '../../src/rules/lifecycle/draw-states.js';
import { LIST_STATES, LOCK_STATES } from '../../src/rules/lifecycle/record-states.js';
import { LIFECYCLES } from '../../src/rules/lifecycle/state-diagrams.js';

/** States with a name of their own: a literal of these is a state wherever it stands. */
const STATES: ReadonlySet<string> = new Set([
  ...APPLICATION_STATES,
  ...LIFECYCLES.flatMap(({ states }) => states),
  ...DRAW_STATES,
  ...LOCK_STATES,
  ...LIST_STATES,
]);

/** Words that are a state only beside something called a state. */
const WORDS: ReadonlySet<string> = new Set(CONFLICT_STATES);

export interface StateDecision {
  readonly line: number;
  readonly text: string;
}

/** Where a source names states to decide something: a comparison, a list, a condition in SQL. */
export function stateDecisions(path: string, source: string): StateDecision[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const found: StateDecision[] = [];
  const report = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push({ line: line + 1, text: node.getText().replace(/\s+/g, ' ').slice(0, 100) });
  };
  const visit = (node: ts.Node): void => {
    if (isComparison(node) || isStateList(node) || isWhere(node) || isCondition(node)) report(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isComparison(node: ts.Node): boolean {
  if (ts.isCaseClause(node)) return isLiteral(node.expression, STATES);
  if (!ts.isBinaryExpression(node) || !equalities.has(node.operatorToken.kind)) return false;
  return [
    [node.left, node.right],
    [node.right, node.left],
  ].some(([asked, literal]) => {
    const name = asked!.getText();
    if (/phase$/i.test(name)) return false;
    return isLiteral(literal!, STATES) || (/state$/i.test(name) && isLiteral(literal!, WORDS));
  });
}

const equalities: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

function isStateList(node: ts.Node): boolean {
  return (
    ts.isArrayLiteralExpression(node) &&
    node.elements.length > 0 &&
    node.elements.every((one) => isLiteral(one, STATES))
  );
}

/** `{ state: 'Open' }` in a question to a repository. */
function isWhere(node: ts.Node): boolean {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'state') return false;
  if (!isLiteral(node.initializer, STATES) && !isLiteral(node.initializer, WORDS)) return false;
  for (let up: ts.Node = node.parent; up.parent; up = up.parent) {
    if (ts.isCallExpression(up)) return questions.test(up.expression.getText());
    if (ts.isBlock(up)) return false;
  }
  return false;
}

const questions = /\.(find|count|exists?)(One)?(OrFail|By|ByOrFail|AndCount)?$/;

function isCondition(node: ts.Node): boolean {
  const literal =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);
  return literal && /\bstate\s*(=|<>|!=|(NOT\s+)?IN)\s*\(?\s*'/i.test(node.text);
}

function isLiteral(node: ts.Node, words: ReadonlySet<string>): boolean {
  return ts.isStringLiteralLike(node) && words.has(node.text);
}
