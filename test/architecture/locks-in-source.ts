import ts from 'typescript';
import { type LockMode, LockOrder } from '../support/lock-order.js';

export type Step =
  | { readonly take: LockMode; readonly entity: string }
  | { readonly write: 'insert' | 'change'; readonly entity: string; readonly at: string };

interface ClassFacts {
  readonly path: string;
  readonly methods: Map<string, ts.MethodDeclaration>;
  /** Property → name of its class, as the constructor or the property declares it. */
  readonly fields: Map<string, string>;
}

/** A transaction that a method opens, with what it locks and writes there in order. */
export interface Act {
  readonly path: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

const WRITES: Readonly<Record<string, 'insert' | 'change'>> = {
  insert: 'insert',
  save: 'change',
  update: 'change',
  delete: 'change',
  remove: 'change',
};

/**
 * Reads the sources as a whole: a call of another class, of an own method or of a function of the
 * project is followed. Branches count as if each were gone through, in the order of the text.
 */
export class LocksInSource {
  private readonly functions = new Map<string, { node: ts.FunctionDeclaration; path: string }>();
  private readonly classes = new Map<string, ClassFacts>();

  constructor(files: readonly { readonly path: string; readonly text: string }[]) {
    for (const { path, text } of files) {
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      for (const node of file.statements) {
        if (ts.isFunctionDeclaration(node) && node.name) {
          this.functions.set(node.name.text, { node, path });
        }
        if (ts.isClassDeclaration(node) && node.name) {
          this.classes.set(node.name.text, { path, ...members(node) });
        }
      }
    }
  }

  acts(): Act[] {
    return [...this.classes].flatMap(([name, facts]) =>
      [...facts.methods].flatMap(([method, node]) =>
        transactionsIn(node).map((work) => ({
          path: facts.path,
          name: method === 'run' ? name : `${name}.${method}`,
          steps: this.steps(work, facts.path, facts, [`${name}.${method}`]),
        })),
      ),
    );
  }

  private steps(
    root: ts.Node,
    path: string,
    own: ClassFacts | null,
    stack: readonly string[],
  ): Step[] {
    const steps: Step[] = [];
    const repositories = repositoriesIn(root);
    const follow = (key: string, node: ts.Node, where: string, facts: ClassFacts | null) => {
      if (!stack.includes(key)) steps.push(...this.steps(node, where, facts, [...stack, key]));
    };
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
        const entity = writtenTable(node.getText());
        if (entity) steps.push({ write: 'change', entity, at: path });
      }
      if (!ts.isCallExpression(node)) return;
      const callee = node.expression;
      if (ts.isIdentifier(callee)) {
        const known = this.functions.get(callee.text);
        if (known) follow(callee.text, known.node, known.path, null);
      }
      if (!ts.isPropertyAccessExpression(callee)) return;
      const method = callee.name.text;
      const target = callee.expression;
      if (/\bdatabase$/.test(target.getText()) && ['lock', 'lockAll', 'share'].includes(method)) {
        const entity = node.arguments[0]!.getText();
        steps.push({ take: method === 'share' ? 'share' : 'lock', entity });
      }
      const written = method in WRITES ? entityOf(target, repositories) : null;
      if (written) steps.push({ write: WRITES[method]!, entity: written, at: path });
      const [name, facts] = this.classOf(target, own);
      const called = facts?.methods.get(method);
      if (facts && called) follow(`${name}.${method}`, called, facts.path, facts);
    };
    visit(root);
    return steps;
  }

  /** The class behind `this` or `this.field`. */
  private classOf(
    target: ts.Expression,
    own: ClassFacts | null,
  ): [name: string, facts: ClassFacts | null] {
    if (target.kind === ts.SyntaxKind.ThisKeyword) return [own?.path ?? '', own];
    if (
      ts.isPropertyAccessExpression(target) &&
      target.expression.kind === ts.SyntaxKind.ThisKeyword
    ) {
      const name = own?.fields.get(target.name.text) ?? '';
      return [name, this.classes.get(name) ?? null];
    }
    return ['', null];
  }
}

function members(node: ts.ClassDeclaration): Pick<ClassFacts, 'methods' | 'fields'> {
  const methods = new Map<string, ts.MethodDeclaration>();
  const fields = new Map<string, string>();
  for (const member of node.members) {
    if (ts.isMethodDeclaration(member)) methods.set(member.name.getText(), member);
    if (ts.isPropertyDeclaration(member) && member.type) {
      fields.set(member.name.getText(), member.type.getText());
    }
    if (!ts.isConstructorDeclaration(member)) continue;
    for (const one of member.parameters) {
      if (one.type) fields.set(one.name.getText(), one.type.getText());
    }
  }
  return { methods, fields };
}

/** What is given to `database.transaction(…)`, the outermost only: an inner one joins it. */
function transactionsIn(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\bdatabase\.transaction$/.test(node.expression.getText())) {
      found.push(node.arguments[0]!);
    } else ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** `const seats = this.database.repo(Seat)`: names that stand for a repository. */
function repositoriesIn(root: ts.Node): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const entity = entityOf(node.initializer, found);
      if (entity) found.set(node.name.getText(), entity);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

function entityOf(node: ts.Expression, names: ReadonlyMap<string, string>): string | null {
  if (ts.isIdentifier(node)) return names.get(node.text) ?? null;
  if (!ts.isCallExpression(node)) return null;
  if (!/\bdatabase\s*\.repo$/.test(node.expression.getText())) return null;
  return node.arguments[0]!.getText();
}

function writtenTable(text: string): string | null {
  const table = /\b(?:UPDATE|DELETE FROM)\s+([a-z_]+)\b/.exec(text)?.[1];
  if (!table) return null;
  return table.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** Locks against the order, as far as the text shows it: which row it is, it does not show. */
export function orderFaults(steps: readonly Step[]): string[] {
  const order = new LockOrder();
  const faults = steps.flatMap((step) =>
    'take' in step ? (order.take(step.entity, '', step.take) ?? []) : [],
  );
  return [...new Set(faults)];
}

/**
 * Rows written while nothing is held that stands for them.
 * @param guards entity → what must be held before one of its rows is changed, each `Entity` or `share Entity`
 */
export function unheldWrites(
  steps: readonly Step[],
  guards: Readonly<Record<string, readonly string[]>>,
): string[] {
  const order = new LockOrder();
  const fresh = new Set<string>();
  const found = new Set<string>();
  for (const step of steps) {
    if ('take' in step) {
      order.take(step.entity, '', step.take);
      continue;
    }
    const needed = guards[step.entity];
    if (!needed) continue;
    // A new row of what is held by itself is nobody else's yet, nor is what hangs on it.
    if (step.write === 'insert' && needed.includes(step.entity)) fresh.add(step.entity);
    const held = needed.some((guard) =>
      guard.startsWith('share ')
        ? order.holds(guard.slice('share '.length), 'share')
        : fresh.has(guard) || order.holds(guard, 'lock'),
    );
    if (!held) found.add(`${step.entity} in ${step.at}`);
  }
  return [...found];
}
