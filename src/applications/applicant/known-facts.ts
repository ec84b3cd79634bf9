import { Injectable } from '@nestjs/common';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import {
  type KnownFact,
  type OfferedFact,
  type Wanted,
  offeredFacts,
} from '../../rules/applications/offered-facts.js';
import { claimableIndicators } from '../../rules/scoring/needed-figures.js';
import { ApplicantQueries, type ApplicationRow } from './applicant.queries.js';
import { type ApplicationFile, claimsOf, isFromRegister } from './application-file.js';
import { isRowFigure } from './row-lists.js';

export interface OfferedFromElsewhere extends OfferedFact {
  readonly from: ApplicationRow;
}

/** What the merchant answered in other categories and years, for the empty places of a draft. */
@Injectable()
export class KnownFacts {
  constructor(
    private readonly queries: ApplicantQueries,
    private readonly programmes: ProgrammeQueries,
  ) {}

  async offered(file: ApplicationFile): Promise<readonly OfferedFromElsewhere[]> {
    if (!file.open.everything) return [];
    const empty = emptyPlaces(file);
    const all = await this.queries.ofMerchant(file.application.merchantId);
    const others = all.filter(({ id }) => id !== file.application.id);
    if (empty.length === 0 || others.length === 0) return [];
    const names = indicatorNames(file);
    const sources = [];
    for (const other of others) {
      sources.push({
        sameYear: other.programmeId === file.application.programmeId,
        facts: await this.factsOf(other, names),
      });
    }
    return offeredFacts(empty, sources).map((fact) => ({ ...fact, from: others[fact.source]! }));
  }

  /** Texts are known by the name of their indicator: its code differs from category to category. */
  private async factsOf(
    other: ApplicationRow,
    names: ReadonlyMap<string, string>,
  ): Promise<readonly KnownFact[]> {
    const { rules } = await this.programmes.rules(other.programmeId);
    const category = rules.categories.find(({ code }) => code === other.categoryCode);
    const figures = await this.queries.figures(other.id);
    const { texts, rows, penaltySelfReport } = other.answers;
    return [
      ...figures.map(({ key, claimed }) => ({
        kind: 'figure' as const,
        key,
        value: claimed ?? '',
        yearly: true,
      })),
      ...Object.entries(rows).map(([key, lines]) => ({
        kind: 'rows' as const,
        key,
        value: lines.length ? JSON.stringify(lines) : '',
        yearly: false,
      })),
      ...(category ? claimableIndicators(category) : []).flatMap(({ code, name }) => {
        const key = names.get(name.zh);
        return key ? [{ kind: 'text' as const, key, value: texts[code] ?? '', yearly: false }] : [];
      }),
      ...(penaltySelfReport
        ? [{ kind: 'penalty' as const, key: 'penalty', value: penaltySelfReport, yearly: true }]
        : []),
    ];
  }
}

function indicatorNames({ category }: ApplicationFile): ReadonlyMap<string, string> {
  return new Map(claimableIndicators(category).map(({ code, name }) => [name.zh, code]));
}

function emptyPlaces(file: ApplicationFile): readonly Wanted[] {
  const claims = claimsOf(file);
  const { texts, rows, penaltySelfReport } = file.application.answers;
  return [
    ...file.needed
      .filter(
        ({ key, kind }) =>
          kind !== 'certifications' && kind !== 'samplingFailures' && !isRowFigure(key),
      )
      .filter(({ key }) => !isFromRegister(file, key) && (claims.get(key) ?? null) === null)
      .map(({ key }) => ({ kind: 'figure' as const, key })),
    ...file.lists
      .filter(({ key }) => (rows[key] ?? []).length === 0)
      .map(({ key }) => ({ kind: 'rows' as const, key })),
    ...claimableIndicators(file.category)
      .filter(({ code, type }) => type === 'E' && !texts[code])
      .map(({ code }) => ({ kind: 'text' as const, key: code })),
    ...(penaltySelfReport === null ? [{ kind: 'penalty' as const, key: 'penalty' }] : []),
  ];
}
