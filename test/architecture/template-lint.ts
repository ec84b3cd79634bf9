import Handlebars from 'handlebars';
import {
  INTERPOLATED,
  advance,
  type HtmlContext,
  type HtmlEvents,
  startOfHtml,
} from './html-context.js';
import {
  letters,
  type Report,
  reportAttribute,
  reportRawText,
  reportTag,
  urlAttributes,
} from './html-rules.js';

export interface TemplateProblem {
  readonly line: number;
  readonly rule: string;
  readonly detail: string;
}

export interface TemplateLintOptions {
  /** Expressions that may stand in a triple-stash, as written. */
  readonly rawExpressions: readonly string[];
  /** Last names of expressions that may begin an address, and helpers that check one. */
  readonly addressNames: readonly string[];
  /** Words that are the same in every language. */
  readonly literalWords: readonly string[];
}

/** What escaping does not protect, and what a translator would not find, in one template. */
export function lintTemplate(source: string, options: TemplateLintOptions): TemplateProblem[] {
  const linter = new TemplateLinter(options);
  const end = linter.walk(Handlebars.parseWithoutProcessing(source).body, startOfHtml);
  linter.finish(end);
  return linter.problems;
}

class TemplateLinter {
  readonly problems: TemplateProblem[] = [];
  private line = 1;
  private form: { line: number; needsToken: boolean; hasToken: boolean } | null = null;

  constructor(private readonly options: TemplateLintOptions) {}

  walk(statements: readonly hbs.AST.Statement[], start: HtmlContext): HtmlContext {
    return statements.reduce((context, statement) => this.statement(statement, context), start);
  }

  finish(end: HtmlContext): void {
    if (end.place !== 'text') this.report('unbalanced', `ends inside <${end.tag}>`);
    if (this.form) this.report('unbalanced', 'a form is not closed', this.form.line);
  }

  private statement(statement: hbs.AST.Statement, context: HtmlContext): HtmlContext {
    this.line = statement.loc.start.line;
    switch (statement.type) {
      case 'ContentStatement':
        return advance(context, (statement as hbs.AST.ContentStatement).value, this.events);
      case 'MustacheStatement':
        return this.mustache(statement as hbs.AST.MustacheStatement, context);
      case 'PartialStatement':
        return this.partial(statement as hbs.AST.PartialStatement, context);
      case 'PartialBlockStatement':
      case 'BlockStatement':
      case 'DecoratorBlock':
        return this.block(statement as hbs.AST.BlockStatement, context);
      default:
        return context;
    }
  }

  private mustache(statement: hbs.AST.MustacheStatement, context: HtmlContext): HtmlContext {
    this.parameters(statement);
    const expression = (statement.path as hbs.AST.PathExpression).original;
    if (!statement.escaped && !this.options.rawExpressions.includes(expression)) {
      this.report('triple-stash', expression);
    }
    if (context.place === 'rawText')
      this.report('inline-script', `${expression} in <${context.tag}>`);
    if (context.place === 'text' || context.place === 'comment' || context.place === 'rawText') {
      return context;
    }
    if (context.place !== 'quotedValue') {
      this.report('unquoted-attribute', expression);
      const place = context.place === 'attributeStart' ? 'unquotedValue' : context.place;
      return { ...context, place };
    }
    const beginsAddress = urlAttributes.has(context.attribute) && context.value === '';
    if (beginsAddress && !this.options.addressNames.includes(expression.split(/[./]/).at(-1)!)) {
      this.report('unsafe-address', `${context.attribute}="{{${expression}}}"`);
    }
    return { ...context, value: context.value + INTERPOLATED };
  }

  private partial(statement: hbs.AST.PartialStatement, context: HtmlContext): HtmlContext {
    this.parameters(statement);
    const name = (statement.name as hbs.AST.PathExpression).original;
    if (context.place !== 'text') this.report('partial-in-tag', name);
    if (this.form && /(^|\/)csrf$/.test(name)) this.form.hasToken = true;
    return context;
  }

  private block(statement: hbs.AST.BlockStatement, context: HtmlContext): HtmlContext {
    this.parameters(statement);
    const { line } = statement.loc.start;
    const end = this.walk(statement.program.body, context);
    const otherwise = statement.inverse ? this.walk(statement.inverse.body, context) : context;
    if (region(end) !== region(otherwise)) {
      this.report('unbalanced', 'the branches of a block end in different places', line);
    }
    return end;
  }

  /** Text handed to a partial or helper is as visible as text in the page. */
  private parameters(statement: Parameterised): void {
    for (const value of statement.params ?? []) this.parameter(value, '');
    for (const pair of statement.hash?.pairs ?? []) this.parameter(pair.value, pair.key);
  }

  private parameter(value: hbs.AST.Expression, name: string): void {
    if (value.type === 'SubExpression') this.parameters(value as hbs.AST.SubExpression);
    if (value.type !== 'StringLiteral') return;
    const text = (value as hbs.AST.StringLiteral).value;
    const visible = visibleParameters.has(name) ? letters(text, this.options.literalWords) : '';
    if (visible || /\p{Script=Han}/u.test(text)) this.report('literal-text', text);
  }

  private readonly report: Report = (rule, detail, line = this.line) => {
    this.problems.push({ line, rule, detail });
  };

  private readonly events: HtmlEvents = {
    text: (text, context) => {
      if (context.place === 'rawText') return reportRawText(text, context, this.report);
      const found = letters(text, this.options.literalWords);
      if (found) this.report('literal-text', found);
    },
    attribute: (context) => reportAttribute(context, this.options.literalWords, this.report),
    tag: (context) => {
      reportTag(context, this.report);
      if (context.tag === 'form') this.formTag(context);
    },
  };

  private formTag({ closing, attributes }: HtmlContext): void {
    if (!closing) {
      const needsToken = !/^(get|dialog)$/i.test(attributes['method'] ?? 'get');
      this.form = { line: this.line, needsToken, hasToken: false };
      return;
    }
    if (this.form?.needsToken && !this.form.hasToken) {
      this.report('form-without-csrf', 'a POST form needs {{> partials/csrf}}', this.form.line);
    }
    this.form = null;
  }
}

type Parameterised = { params?: hbs.AST.Expression[]; hash?: hbs.AST.Hash };

const visibleParameters = new Set(
  'text label title hint legend heading summary alt caption placeholder message'.split(' '),
);

/** The parts of a page that a block must not leave half open; within a tag all places are one. */
function region({ place }: HtmlContext): string {
  return ['text', 'comment', 'rawText', 'quotedValue'].includes(place) ? place : 'tag';
}
