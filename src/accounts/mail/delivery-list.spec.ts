import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { translate } from '../../text/catalogue.js';
import { letterGroup, letterKind } from './delivery-list.js';

const t = (key: string) => translate('zh-CN', key);
const folder = new URL('../../../locales/zh-CN/', import.meta.url);
const kinds = readdirSync(folder)
  .flatMap((name) => Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object))
  .filter((key) => key.startsWith('message.'))
  .map((key) => key.slice('message.'.length));

test('every message belongs to a group that has a name', () => {
  expect(kinds.length).toBeGreaterThan(100);
  expect(kinds.filter((kind) => letterGroup(kind) === null)).toEqual([]);
  for (const kind of kinds) expect(letterKind(kind, t)).not.toBe(kind);
});

test('a code and a test go by their subject', () => {
  expect(letterKind('test', t)).toBe('测试邮件');
  expect(letterKind('code.recovery', t)).toBe('重设密码的验证码');
});
