import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable, refusalTable } from '../../test/support/case-tables.js';
import { growLog } from '../../test/support/grow-log.js';
import { TestApp } from '../../test/support/test-app.js';
import { cosign } from '../rules/prooflog/cosignature.js';
import { logHeadText } from '../rules/prooflog/log-checkpoint.js';
import { verifierKey } from '../rules/prooflog/signed-note.js';
import { witnessKey } from '../rules/prooflog/signer-key.js';
import { missingIn } from '../../test/support/refusals.js';
import { AcceptCosignature } from './accept-cosignature.js';
import { EntryReceipts } from './entry-receipts.js';
import { LogQueries } from './log.queries.js';
import { receiptFile } from './receipt-line.js';
import { TrustWitness } from './trust-witness.js';

const library = witnessKey('library.example', Buffer.alloc(32, 1));
const province = witnessKey('province.example', Buffer.alloc(32, 2));

let app: TestApp;
let text: string;
beforeAll(async () => {
  app = await TestApp.start();
  await growLog(app, 5);
  text = logHeadText((await app.app.get(LogQueries).latest())!);
  await trust().add(verifierKey(library));
});
afterAll(() => app.stop());

const trust = () => app.app.get(TrustWitness);
const accept = (note: string) => () => app.app.get(AcceptCosignature).run(note);
const word = (over = text, key = library) =>
  `${over}\n${cosign(over, key, key.seed, 1_800_000_000)}`;
const field = 'note';

describe('a cosignature', () => {
  refusalTable(
    () => app,
    [
      ['what is no note', () => accept('word'), { code: 'prooflog.cosignature.unreadable', field }],
      [
        'a note that is no checkpoint',
        () => accept(`word\n\n${word().split('\n\n')[1]}`),
        { code: 'prooflog.cosignature.unreadable', field },
      ],
      [
        'a checkpoint that was never signed here',
        () => accept(word(text.replace('\n5\n', '\n4\n'))),
        { code: 'prooflog.cosignature.otherCheckpoint', field },
      ],
      [
        'another root of the same size',
        () => accept(word(text.replace(/.{43}=\n$/, `${'A'.repeat(43)}=\n`))),
        { code: 'prooflog.cosignature.otherCheckpoint', field },
      ],
      [
        'a witness that nobody registered',
        () => accept(word(text, province)),
        { code: 'prooflog.cosignature.noWitness', field },
      ],
      [
        'the word of a witness that was retired',
        async () => {
          await trust().retire(verifierKey(library));
          return accept(word());
        },
        { code: 'prooflog.cosignature.noWitness', field },
      ],
      [
        'two lines of one witness',
        () => accept(word() + cosign(text, library, library.seed, 1_800_000_001)),
        { code: 'prooflog.cosignature.noWitness', field },
      ],
    ],
  );

  recordTable(
    () => app,
    [
      [
        'nothing: its word would make the log grow',
        () => accept(word()),
        { events: [], messages: [] },
      ],
    ],
  );
});

describe('a witness', () => {
  refusalTable(
    () => app,
    [
      ['what is no key', () => () => trust().add('x'), { code: 'prooflog.witness.notAKey' }],
      [
        'the key of a log',
        () => () => trust().add(verifierKey({ ...province, type: 1 })),
        { code: 'prooflog.witness.notAKey' },
      ],
      [
        'a key a second time',
        () => () => trust().add(verifierKey({ ...library, name: 'other' })),
        { code: 'prooflog.witness.known' },
      ],
      [
        'to retire whom it does not know',
        () => () => trust().retire(verifierKey(province)),
        { code: 'prooflog.witness.unknown' },
      ],
      [
        'to retire one twice',
        async () => {
          await trust().retire(verifierKey(library));
          return () => trust().retire(verifierKey(library));
        },
        { code: 'prooflog.witness.unknown' },
      ],
    ],
  );

  recordTable(
    () => app,
    [
      [
        'who may cosign',
        () => () => trust().add(verifierKey(province)),
        {
          events: [
            {
              event: 'logWitness.add',
              actorRole: 'SystemAdmin',
              subjectType: 'logWitness',
              details: { name: province.name, publicKey: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'who may no longer',
        () => () => trust().retire(verifierKey(library)),
        {
          events: [
            {
              event: 'logWitness.retire',
              actorRole: 'SystemAdmin',
              subjectType: 'logWitness',
              details: { name: library.name },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('a receipt', () => {
  const file = (subjectId: string) => async () =>
    receiptFile(await app.app.get(EntryReceipts).of({ subjectId }), 'x');

  refusalTable(
    () => app,
    [['of what was never done', () => file('nothing'), missingIn('receipt-line')]],
  );
});
