import { documentAccess, DOCUMENT_OWNERS } from './document-access.js';
import type { DocumentFacts, JudgeFacts } from './document-access.js';
import { documentKind, extensionOf } from './document-kinds.js';

const nobody = { roles: [], merchantIds: [], divisionCodes: [] };
const base: DocumentFacts = {
  ownerType: 'application',
  merchantId: 'm1',
  submitted: true,
  divisionCodes: ['330802'],
  reader: nobody,
  judge: [],
  paper: null,
};
const seat: JudgeFacts = {
  seatVacated: false,
  conflict: 'none',
  round: 'Open',
  blind: false,
  sheet: 'Open',
  onSheet: true,
  anchorsOpen: 0,
};

function readers(change: Partial<DocumentFacts>) {
  return DOCUMENT_OWNERS.filter(
    (ownerType) => documentAccess({ ...base, ...change, ownerType }) !== null,
  );
}

describe('whose documents a reader may open', () => {
  const own = { ...nobody, merchantIds: ['m1'] };

  it('a merchant: its own and those of its applications, a draft too', () => {
    expect(readers({ reader: own })).toEqual(['merchant', 'application']);
    expect(readers({ reader: own, submitted: false })).toEqual(['merchant', 'application']);
    expect(readers({ reader: { ...nobody, merchantIds: ['m2'] } })).toEqual([]);
    expect(readers({ reader: own, merchantId: null })).toEqual([]);
    expect(documentAccess({ ...base, reader: own })).toBe('merchant');
  });

  it.each(['Screener', 'Verifier', 'Tabulator', 'Publisher'] as const)(
    'a %s: all but an objector’s papers, and a draft only of the merchant itself',
    (role) => {
      const reader = { ...nobody, roles: [role] };
      const keyed = role === 'Tabulator' ? ['scoreSheet'] : [];
      expect(readers({ reader })).toEqual([...DOCUMENT_OWNERS.slice(0, 5), ...keyed]);
      expect(readers({ reader, submitted: false })).toEqual([
        'merchant',
        'programme',
        'recommendation',
        'veto',
        ...keyed,
      ]);
      expect(documentAccess({ ...base, reader })).toBe('office');
    },
  );

  it.each(['CityRegistrar', 'Approver', 'Supervisor'] as const)(
    'a %s: an objector’s papers too',
    (role) => {
      expect(readers({ reader: { ...nobody, roles: [role] } })).toEqual(DOCUMENT_OWNERS);
    },
  );

  it('a division: what was handed in to it', () => {
    const reader = { ...nobody, divisionCodes: ['330803', '330802'] };
    expect(readers({ reader })).toEqual(['merchant', 'application', 'recommendation']);
    expect(readers({ reader, submitted: false })).toEqual([]);
    expect(readers({ reader, divisionCodes: ['330881'] })).toEqual([]);
    expect(documentAccess({ ...base, reader })).toBe('division');
  });

  it('somebody without a task: none', () => {
    expect(readers({ reader: { ...nobody, roles: ['Judge', 'SystemAdmin'] } })).toEqual([]);
  });
});

describe('the picture of a sheet on paper', () => {
  const roles = ['CityRegistrar', 'Tabulator', 'Approver', 'Supervisor', 'Judge'] as const;
  const readBy = (ownSheet: boolean, round: string) =>
    documentAccess({
      ...base,
      ownerType: 'scoreSheet',
      reader: { ...nobody, roles },
      paper: { ownSheet, round },
    });

  it('is its judge’s alone until the lock, then the office’s too', () => {
    expect(readBy(false, 'Open')).toBeNull();
    expect(readBy(false, '')).toBeNull();
    expect(readBy(true, 'Open')).toBe('judge');
    expect(readBy(false, 'Locked')).toBe('office');
  });
});

describe('a judge', () => {
  const access = (...judge: readonly JudgeFacts[]) => documentAccess({ ...base, judge });

  it('reads what proves an indicator of the sheet, as blind as the round', () => {
    expect(access(seat)).toBe('judge');
    expect(access({ ...seat, conflict: 'cleared' })).toBe('judge');
    expect(access({ ...seat, blind: true })).toBe('blindJudge');
    expect(access({ ...seat, blind: true }, seat)).toBe('blindJudge');
  });

  it.each<[string, Partial<JudgeFacts>]>([
    ['without the seat', { seatVacated: true }],
    ['before the declaration', { conflict: null }],
    ['with a conflict', { conflict: 'barred' }],
    ['before the round', { round: 'Planned' }],
    ['after the round', { round: 'Locked' }],
    ['with a void sheet', { sheet: 'Voided' }],
    ['whose sheet does not score it', { onSheet: false }],
    ['whose anchors are not scored yet', { anchorsOpen: 1 }],
  ])('%s reads nothing', (_title, change) => {
    expect(access({ ...seat, ...change })).toBeNull();
    expect(access({ ...seat, ...change, blind: true }, seat)).toBe('judge');
  });
});

describe('a kind of file', () => {
  it.each([
    ['application/pdf', ['pdf'], true],
    ['image/jpeg', ['jpg', 'jpeg'], true],
    ['image/png', ['png'], true],
    ['image/webp', ['webp'], true],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx'], false],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx'], false],
  ])('%s', (contentType, extensions, inline) => {
    expect(documentKind(contentType)).toEqual({ contentType, extensions, inline });
  });

  it('that is none of these is refused', () => {
    expect(documentKind('text/html')).toBeNull();
  });

  it.each([
    ['账册.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['no-ending', ''],
    ['.pdf ', ''],
    ['a.abcdef', ''],
    ['a.abcde', 'abcde'],
  ])('%j ends with %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
