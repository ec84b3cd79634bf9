import { KEY_TYPES, verifierKey } from '../../rules/prooflog/signed-note.js';
import { formatInstant, formatNumber } from '../../text/format.js';
import type { SummaryList } from '../../web/component-models.js';
import type { PageContext } from '../../web/page-context.js';
import type { PageFrame } from '../../web/views/page.js';
import type { CosignatureRow, SignedHead, WitnessRow } from '../log.queries.js';

declare module '../../web/views/page.js' {
  interface PageModels {
    'prooflog/log': LogPage;
  }
}

export interface LogPage extends PageFrame {
  /** Null before the first checkpoint. */
  readonly head: SummaryList | null;
  /** The signed note, to be kept, line by line. */
  readonly noteLines: readonly string[];
  /** Of the log, as a witness is given it. */
  readonly address: string;
  /** For tools: `<name>+<id>+<base64>`. */
  readonly key: string;
  readonly witnesses: readonly {
    readonly name: string;
    readonly key: string;
    readonly since: string;
    /** What it said last, or that it said nothing yet. */
    readonly word: string;
    readonly current: boolean;
  }[];
}

export interface LogRows {
  readonly head: SignedHead | null;
  readonly witnesses: readonly WitnessRow[];
  readonly cosignatures: readonly CosignatureRow[];
  readonly key: string;
  readonly note: string | null;
  readonly address: string;
}

export function logPage({ head, witnesses, cosignatures, key, note, address }: LogRows) {
  return (context: PageContext): LogPage => {
    const { t } = context;
    const now = new Set(cosignatures.map(({ name }) => name));
    return {
      title: t('prooflog.title'),
      breadcrumbs: [
        { label: t('navigation.home'), href: '/' },
        { label: t('prooflog.title'), href: null },
      ],
      head: head && headRows(head, cosignatures.length, context),
      noteLines: note?.split('\n') ?? [],
      address,
      key,
      witnesses: witnesses.map((witness) => ({
        name: witness.name,
        key: verifierKey({
          name: witness.name,
          publicKey: witness.publicKey,
          type: KEY_TYPES.cosignature,
        }),
        since: t('prooflog.witness.since', { at: formatInstant(context.lang, witness.addedAt) }),
        word: wordOf(witness, context),
        current: witness.retiredAt === null && now.has(witness.name),
      })),
    };
  };
}

function headRows(head: SignedHead, cosignatures: number, { t, lang }: PageContext): SummaryList {
  const rows: readonly (readonly [string, string])[] = [
    ['prooflog.head.origin', head.origin],
    ['prooflog.head.size', t('prooflog.entries', { n: head.size, shown: formatNumber(head.size) })],
    ['prooflog.head.root', head.root.toString('base64')],
    ['prooflog.head.at', formatInstant(lang, head.at)],
    ['prooflog.head.cosignatures', formatNumber(cosignatures)],
  ];
  return { rows: rows.map(([term, value]) => ({ term: t(term), value, action: null })) };
}

function wordOf({ retiredAt, size, at }: WitnessRow, { t, lang }: PageContext): string {
  if (retiredAt) return t('prooflog.witness.retired', { at: formatInstant(lang, retiredAt) });
  if (size === null || at === null) return t('prooflog.witness.silent');
  return t('prooflog.witness.saw', { at: formatInstant(lang, at), size: formatNumber(size) });
}
