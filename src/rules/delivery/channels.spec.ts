import { describe, expect, test } from '@jest/globals';
import { hasText } from '../../text/catalogue.js';
import { URGENT_KINDS, channelsOf, everyChannel, isUrgent } from './channels.js';

const all = { mail: true, sms: true, channels: null };
const pressing = 'correctionRequested';
const other = 'applicationVerified';

describe('a message leaves the house', () => {
  test.each([
    ['urgent, nothing chosen', pressing, all, ['mail', 'sms']],
    ['other, nothing chosen', other, all, ['mail']],
    ['urgent, no mobile confirmed', pressing, { ...all, sms: false }, ['mail']],
    ['urgent, no address', pressing, { ...all, mail: false }, ['sms']],
    [
      'urgent, no SMS wanted',
      pressing,
      { ...all, channels: { ...everyChannel, smsUrgent: false } },
      ['mail'],
    ],
    [
      'urgent, no mail wanted of those',
      pressing,
      { ...all, channels: { ...everyChannel, mailUrgent: false } },
      ['sms'],
    ],
    [
      'other, no mail wanted of those',
      other,
      { ...all, channels: { ...everyChannel, mailOther: false } },
      [],
    ],
    [
      'a checkpoint, no mail wanted',
      'checkpoint.day',
      { ...all, channels: { ...everyChannel, mailOther: false } },
      ['mail'],
    ],
    ['other, only a mobile', other, { ...all, mail: false }, []],
  ])('%s', (_, kind, reachable, expected) => {
    expect(channelsOf(kind, reachable)).toEqual(expected);
  });
});

test('every urgent kind is a message of the program', () => {
  expect(URGENT_KINDS.length).toBeGreaterThan(20);
  expect(URGENT_KINDS.filter((kind) => !isUrgent(kind))).toEqual([]);
  expect(URGENT_KINDS.filter((kind) => !hasText(`message.${kind}`))).toEqual([]);
});
