import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { translate } from '../../text/catalogue.js';
import { type FieldMeta, fieldsOf } from '../forms/field-meta.js';
import type { RouteFacts } from '../http/route-facts.js';
import { typedBefore } from './typed-before.js';

const t = (key: string, variables?: Record<string, never>) => translate('zh-CN', key, variables);
let app: TestApp;
let forms: readonly (new () => object)[];
beforeAll(async () => {
  app = await TestApp.start();
  const scanner = new MetadataScanner();
  const found = [...app.app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const facts = Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, prototype[name]!) as
          RouteFacts | undefined;
        return facts?.form ? [facts.form] : [];
      });
    }),
  );
  forms = [...new Set(found)];
});
afterAll(() => app.stop());

/** What is chosen where the page offers data: any texts. */
const picked = (meta: FieldMeta) => (meta.values.length ? meta.values.slice(0, 2) : ['7', '8']);

/** One character, or the shortest that a person could have given. */
function sent(meta: FieldMeta): readonly [string, unknown][] {
  if (meta.kind === 'day') {
    return [
      [`${meta.name}.year`, '2026'],
      [`${meta.name}.month`, '6'],
      [`${meta.name}.day`, '1'],
    ];
  }
  if (meta.kind === 'flag') return [[meta.name, 'on']];
  if (meta.kind === 'choices') return [[meta.name, picked(meta)]];
  return [[meta.name, meta.kind === 'choice' ? meta.values[0] : '7']];
}

function expected(meta: FieldMeta): string {
  const option = (value: string) =>
    meta.options ? translate('zh-CN', `${meta.options}.${value}`) : value;
  if (meta.kind === 'day') return '2026-6-1';
  if (meta.kind === 'flag') return '已勾选';
  if (meta.kind === 'choices') return picked(meta).map(option).join('\n');
  if (meta.kind !== 'choice') return '7';
  return option(meta.values[0]!);
}

describe('what was typed into a refused page', () => {
  test('comes back of every form, each value beside its label, without passwords', () => {
    expect(forms.length).toBeGreaterThan(80);
    for (const form of forms) {
      const fields = fieldsOf(form);
      const raw = Object.fromEntries(fields.flatMap(sent));
      const kept = fields.filter(({ kind }) => kind !== 'password');
      expect({ form: form.name, shown: typedBefore(raw, form, t as never) }).toEqual({
        form: form.name,
        shown: kept.map((meta) => ({ label: t(meta.label), value: expected(meta) })),
      });
    }
  });

  test('keeps what no class names, and neither ids nor hashes nor what the browser sends along', () => {
    const raw = {
      _csrf: 'token',
      next: '/office',
      password: 'Geheim-2013',
      'score-G11': '3',
      texts: ['one', 'two'],
      id: 'e5k2m9q8w7r6t3y1',
      hash: 'a'.repeat(64),
      number: '1234567890123456',
      empty: ' ',
    };
    expect(typedBefore(raw, undefined, t as never)).toEqual(
      ['3', 'one\ntwo', '1234567890123456'].map((value) => ({ label: '其他内容', value })),
    );
    expect(typedBefore(undefined, undefined, t as never)).toEqual([]);
  });

  test('stands on the page of the refusal under its labels', async () => {
    const { visitor } = await office(app, 'CityRegistrar');
    await visitor.get('/office/working-days');
    const given = { year: '2', holidays: '10月1日', source: '国办', _csrf: 'another' };
    await visitor.post('/office/working-days/2027', given);
    expect(visitor.status).toBe(403);
    const shown = visitor.page
      .querySelectorAll('main .field')
      .map((field) => [field.querySelector('label')!.text, field.querySelector('textarea')!.text]);
    expect(shown).toContainEqual(['放假日', '10月1日']);
  });
});
