import { Injectable } from '@nestjs/common';
import { KeptFacts } from '../journal/kept-facts.js';
import { type CensusTable, censusTable } from '../rules/census/census-table.js';
import { completeYears } from '../rules/census/complete-years.js';
import { DIVISION_CODES } from '../rules/identifiers/divisions.js';
import { SIZE_CLASSES } from '../rules/registry/size-class.js';
import { SECTORS } from '../rules/registry/vocabulary.js';
import { missing } from '../rules/refusal.js';
import { CensusQueries } from './census.queries.js';

export interface Census {
  readonly year: number;
  readonly years: readonly number[];
  readonly divisions: CensusTable;
  readonly sectors: CensusTable;
  readonly sizes: CensusTable;
}

export interface CensusYear {
  readonly year: number;
  readonly complete: boolean;
}

/** The register in figures for everybody: page, CSV and JSON all come from here, small cells withheld. */
@Injectable()
export class ReadCensus {
  constructor(
    private readonly census: CensusQueries,
    private readonly facts: KeptFacts,
  ) {}

  /** Years with figures, newest first, and of which the whole register reported. */
  async years(): Promise<readonly CensusYear[]> {
    const years = await this.withFigures();
    const complete = new Set(completeYears(years));
    return years.map((one) => ({ year: one.year, complete: complete.has(one) }));
  }

  /** The newest complete year, which home, census and open data show alike; null before the first. */
  async latest(): Promise<Census | null> {
    const years = await this.years();
    const newest = years.find(({ complete }) => complete);
    return newest ? this.figures(newest.year, years) : null;
  }

  /** @throws Refusal of kind missing for a year without figures */
  async run(year: number): Promise<Census> {
    const years = await this.withFigures();
    if (!years.some((one) => one.year === year)) throw missing();
    return this.figures(year, years);
  }

  private withFigures() {
    return this.facts.read('census', () => this.census.years());
  }

  private figures(year: number, years: readonly { readonly year: number }[]): Promise<Census> {
    return this.facts.read(`census ${year}`, () => this.compute(year, years));
  }

  private async compute(year: number, years: readonly { readonly year: number }[]) {
    const sums = await this.census.sums(year);
    return {
      year,
      years: years.map((one) => one.year),
      divisions: censusTable(DIVISION_CODES, sums.divisions),
      sectors: censusTable(SECTORS, sums.sectors),
      sizes: censusTable(
        SIZE_CLASSES.map((one) => one.code),
        sums.sizes,
      ),
    };
  }
}
