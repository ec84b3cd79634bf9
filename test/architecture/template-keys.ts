import Handlebars from 'handlebars';

/** The literal first arguments of the `t` helper in a template; computed keys are not knowable. */
export function templateKeys(source: string): string[] {
  const collector = new KeyCollector();
  collector.accept(Handlebars.parse(source));
  return collector.keys;
}

class KeyCollector extends Handlebars.Visitor {
  readonly keys: string[] = [];

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    this.collect(statement);
    super.MustacheStatement(statement);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.collect(expression);
    super.SubExpression(expression);
  }

  private collect({ path, params }: hbs.AST.MustacheStatement | hbs.AST.SubExpression): void {
    if ((path as hbs.AST.PathExpression).original !== 't') return;
    const [key] = params;
    if (key?.type === 'StringLiteral') this.keys.push((key as hbs.AST.StringLiteral).value);
  }
}
