import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { projectFiles } from './project-files.js';

interface Rule {
  readonly name: string;
  readonly to: { readonly pathNot: readonly string[] };
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: readonly Rule[];
};

/**
 * Who may name which table in SQL: a module its own and those of the modules it may import, so the
 * arrows hold for data as they do for code. What a module reads beyond that stands here with its
 * reason.
 */
const exceptions: Readonly<Record<string, readonly [reason: string, ...tables: string[]]>> = {
  'src/accounts/account.queries.ts': [
    'an account stands for a merchant, whose name is shown beside it; a clerk for one who came',
    'merchant',
    'window_entry',
  ],
  'src/accounts/people.queries.ts': ['the same in the list of people', 'merchant'],
  'src/applications/applicant/applicant.queries.ts': [
    'an application tells its merchant what became of it',
    'title',
  ],
  'src/applications/applicant/letter.queries.ts': [
    'the letter of outcome quotes the locked scores and bears the day of the notice',
    'notice',
    'standing',
    'standing_lock',
  ],
  'src/applications/applicant/register.queries.ts': [
    'eligibility asks for titles of earlier years',
    'title',
  ],
  'src/applications/locked-pins.ts': [
    'what locked scores rest on, said once for the letter, the working and the re-review',
    'evidence_pin',
    'score_sheet',
  ],
  'src/applications/office/duty-separation.ts': [
    'whoever judges a category may not review in it',
    'expert',
    'seat',
  ],
  'src/applications/office/screening/credit.queries.ts': [
    'the credit queries before the list concern those whom the standings propose',
    'standing',
    'standing_lock',
  ],
  'src/documents/anchors-undone.ts': [
    'a judge opens no file before the anchors are scored',
    'anchor_dossier',
    'anchor_sheet',
  ],
  'src/documents/document.queries.ts': [
    'who may open a file depends on what it is attached to',
    'application',
    'category',
    'conflict_declaration',
    'evidence_link',
    'programme',
    're_review_panel',
    're_review_sheet',
    'repeat_file',
    'round',
    'rule_version',
    'score_sheet',
    'seat',
  ],
  'src/documents/kept-merchant.ts': [
    'a paper stays with the record that it was handed in for, also when that one was merged',
    'merchant',
  ],
  'src/journal/journal.ts': [
    'an act of a merchant that a clerk typed in says so, whichever it is',
    'window_entry',
  ],
  'src/merchants/merged.ts': [
    'merges that hold are few, and finding them in the register would read all of it',
    'merchant_merge',
  ],
  'src/merchants/practices/practice.queries.ts': [
    'what a merchant tells others is public unless its title was revoked',
    'title',
  ],
  'src/merchants/profile.queries.ts': [
    'the public profile of a merchant names its titles',
    'award_list',
    'category',
    'title',
  ],
  'src/notifications/dispatch.ts': ['what is sent depends on what a person chose', 'account'],
  'src/notifications/read-letter.ts': ['mail goes to the address of an account', 'account'],
  'src/notifications/notify.ts': ['messages go to whoever holds a duty', 'account', 'duty'],
  'src/programmes/set-up.queries.ts': [
    'an extension may concern one application, by its merchant; the public page declares how judges are assigned',
    'application',
    'assignment',
    'merchant',
  ],
  'src/web/cache/public-page-cache.ts': [
    'the journal counts the generations of the public pages',
    'chain_head',
  ],
  'src/web/sessions/session-store.ts': [
    'a session ends with its account; both are read at once for every page',
    'account',
  ],
};

const sources = projectFiles('src', '.ts').filter(({ path }) => !path.endsWith('.spec.ts'));
const moduleOf = (path: string) => path.split('/')[1]!;
const snake = (name: string) => name.replace(/(?!^)([A-Z])/g, '_$1').toLowerCase();

/** Table → the module that its entity belongs to. */
const owners = new Map(
  sources
    .filter(({ path }) => path.endsWith('.entity.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/@Entity\([^)]*\)[^{]*?class (\w+)/gu)].map(
        ([, name]) => [snake(name!), moduleOf(path)] as const,
      ),
    ),
);

/** Module → the modules that it may import, itself included. */
const reach = new Map(
  forbidden
    .filter(({ name }) => name.endsWith('-points-down'))
    .map(({ name, to }) => [
      name.replace('-points-down', ''),
      /\((.*?)\)/u.exec(to.pathNot[0]!)![1]!.split('|'),
    ]),
);

/** Tables named in SQL or through their entity. */
function tablesIn(text: string): string[] {
  const inSql = [...text.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO)\s+([a-z_]+)\b/gu)];
  const byEntity = [...text.matchAll(/\.(?:repo|lock)\((\w+)/gu)];
  const names = [...inSql.map(([, name]) => name!), ...byEntity.map(([, name]) => snake(name!))];
  return [...new Set(names)].filter((name) => owners.has(name));
}

/** `file: table` for each table that the arrows do not reach. */
const beyond = sources
  .filter(({ path }) => reach.has(moduleOf(path)))
  .flatMap(({ path, text }) =>
    tablesIn(text)
      .filter((table) => !reach.get(moduleOf(path))!.includes(owners.get(table)!))
      .map((table) => `${path}: ${table}`),
  );

describe('tables', () => {
  it('are found with their owners', () => {
    expect(owners.get('score_sheet')).toBe('judging');
    expect(owners.size).toBeGreaterThan(50);
    expect(tablesIn('SELECT 1 FROM seat s JOIN expert e ON 1 = 1')).toEqual(['seat', 'expert']);
    expect(tablesIn('this.database.repo(AwardList)')).toEqual(['award_list']);
  });

  it('are named by their own module and by those above it, or by a stated exception', () => {
    const stated = Object.entries(exceptions).flatMap(([path, [, ...tables]]) =>
      tables.map((table) => `${path}: ${table}`),
    );
    expect(beyond.toSorted()).toEqual(stated.toSorted());
  });
});
