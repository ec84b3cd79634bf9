import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { missing } from '../../rules/refusal.js';
import { Access } from '../../web/access/access.decorator.js';
import { PublicPage } from '../../web/cache/public-page.decorator.js';
import { download, page } from '../../web/views/page.js';
import { ReadCensus } from '../read-census.js';
import { censusCsv, censusJson } from './census-files.js';
import { censusEmptyPage, censusPage } from './census.page.js';

@Controller('census')
export class CensusController {
  constructor(private readonly readCensus: ReadCensus) {}

  @Get()
  @Access('public')
  @PublicPage()
  async latest() {
    const latest = await this.readCensus.latest();
    if (!latest) return page('census/empty', censusEmptyPage());
    return page('census/census', censusPage(latest));
  }

  @Get(':year')
  @Access('public')
  @PublicPage()
  async show(@Param('year') year: string) {
    return page('census/census', censusPage(await this.readCensus.run(yearOf(year))));
  }

  @Get(':year/data.csv')
  @Access('public')
  @PublicPage()
  async csv(@Param('year') year: string, @Req() request: FastifyRequest) {
    const csv = censusCsv(await this.readCensus.run(yearOf(year)), request.lang);
    return download(csv, 'text/csv; charset=utf-8', `census-${year}.csv`);
  }

  @Get(':year/data.json')
  @Access('public')
  @PublicPage()
  async json(@Param('year') year: string, @Req() request: FastifyRequest) {
    const json = censusJson(await this.readCensus.run(yearOf(year)), request.lang);
    return download(json, 'application/json; charset=utf-8', `census-${year}.json`, true);
  }
}

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw missing();
  return Number(text);
}
