import Handlebars from 'handlebars';
import ts from 'typescript';

/** What a set of sources can say: whole texts, words, and texts with holes. */
export interface Sayings {
  readonly texts: ReadonlySet<string>;
  /** Texts and the names of properties: what may stand in a hole. */
  readonly words: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
  /** Words with holes: `${state}Wait`. */
  readonly wordPatterns: readonly RegExp[];
}

const HOLE = '*';

class Collector {
  readonly texts = new Set<string>();
  readonly words = new Set<string>();
  readonly shapes = new Set<string>();

  source(path: string, source: string): void {
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      if (ts.isStringLiteralLike(node)) this.text(node.text);
      if (ts.isTemplateExpression(node)) this.shapes.add(shapeOf(node));
      if (isNamed(node)) this.words.add(node.name.getText().replaceAll(/^['"]|['"]$/g, ''));
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  }

  template(source: string): void {
    const add = (text: string) => this.text(text);
    const visitor = new (class extends Handlebars.Visitor {
      override StringLiteral({ value }: hbs.AST.StringLiteral): void {
        add(value);
      }
    })();
    visitor.accept(Handlebars.parse(source));
  }

  /** What ends in a dot is the beginning of a key that something is added to. */
  private text(text: string): void {
    this.texts.add(text);
    this.words.add(text);
    if (/^[a-z][\w.-]*\.$/u.test(text)) this.shapes.add(text + HOLE);
  }
}

export function sayings(
  sources: readonly { readonly path: string; readonly text: string }[],
): Sayings {
  const collector = new Collector();
  for (const { path, text } of sources) {
    if (path.endsWith('.hbs')) collector.template(text);
    else collector.source(path, text);
  }
  const shapes = [...collector.shapes];
  return {
    texts: collector.texts,
    words: collector.words,
    patterns: shapes.filter(isKeyShape).map(asPattern),
    wordPatterns: shapes.filter(isWordShape).map(asPattern),
  };
}

/** Whether the sources can name the key: as it stands, or in a pattern whose holes they can fill. */
export function canSay(said: Sayings, key: string): boolean {
  return (
    said.texts.has(key) ||
    fits(said.patterns, key, (part) => isWord(said, part)) ||
    isOption(said, key)
  );
}

/** A list of choices names the beginning of its keys as a text and its values as words. */
function isOption(said: Sayings, key: string): boolean {
  return dotsOf(key).some(
    (dot) => said.texts.has(key.slice(0, dot)) && isWord(said, key.slice(dot + 1)),
  );
}

function dotsOf(key: string): number[] {
  return [...key.matchAll(/\./gu)].map(({ index }) => index);
}

function fits(
  patterns: readonly RegExp[],
  key: string,
  isFilled: (part: string) => boolean,
): boolean {
  return patterns.some((pattern) => {
    const parts = pattern.exec(key);
    return parts !== null && parts.slice(1).every(isFilled);
  });
}

/** A hole is filled by a word, a number, or by a text that has holes of its own. */
function isWord(said: Sayings, part: string): boolean {
  const plain = (one: string) => said.words.has(one) || /^\d+$/u.test(one);
  return plain(part) || fits([...said.patterns, ...said.wordPatterns], part, plain);
}

function isNamed(node: ts.Node): node is ts.Node & { readonly name: ts.Node } {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertySignature(node) ||
    ts.isMethodDeclaration(node)
  );
}

function shapeOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => HOLE + literal.text).join('');
}

/** Words of letters joined by dots; a text of holes alone could be anything. */
function isKeyShape(shape: string): boolean {
  return /^[\w.*-]+$/u.test(shape) && shape.includes('.') && /[a-z]/iu.test(shape);
}

function isWordShape(shape: string): boolean {
  return /^[\w*-]+$/u.test(shape) && /[a-z]{2}/iu.test(shape);
}

function asPattern(shape: string): RegExp {
  const parts = shape.split(HOLE).map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${parts.join('(.+)')}$`, 'u');
}
