import ts from 'typescript';

export interface SourceLiteral {
  readonly line: number;
  readonly text: string;
  readonly isRegularExpression: boolean;
  /** True where the literal stands for a sentence of `locales/`. */
  readonly isKey: boolean;
}

/** Every string, template part and regular expression of a TypeScript file; comments are not any. */
export function sourceLiterals(path: string, source: string): SourceLiteral[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const literals: SourceLiteral[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || isTemplatePart(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      literals.push({
        line: line + 1,
        text: node.text,
        isRegularExpression: ts.isRegularExpressionLiteral(node),
        isKey: ts.isStringLiteral(node) && keyPattern.test(node.text) && isKeyPosition(node),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return literals;
}

const keyPattern = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)+$/;

/** Constructors and functions that take a key, and at which place. */
const keyArguments: Readonly<Record<string, number>> = {
  t: 0,
  translate: 1,
  RuleError: 0,
  Refusal: 0,
  ConfigError: 0,
  conflict: 0,
};

function isKeyPosition(node: ts.StringLiteral): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent)) return /(^message|Key)$/.test(parent.name.getText());
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const { expression } = parent;
  const name = ts.isPropertyAccessExpression(expression)
    ? expression.name.text
    : expression.getText();
  return Object.hasOwn(keyArguments, name) && parent.arguments?.[keyArguments[name]!] === node;
}

function isTemplatePart(
  node: ts.Node,
): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
}
