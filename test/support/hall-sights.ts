import type { Page } from 'playwright-core';
import { LaptopSteps } from './laptop-steps.js';
import { HallScores } from './hall-scores.js';
import { HallSteps, came } from './hall-steps.js';
import { send } from './import-sights.js';
import { PaperSteps } from './paper-steps.js';
import { office, signedIn } from './people.js';
import { loadWorkingDays } from './programme.js';
import type { Sights } from './sights.js';
import { TestApp } from './test-app.js';

/** The day of a defence: its hall, its laptop, and sheets on paper. */
export const hallSightings: readonly (readonly [title: string, make: () => Promise<Sights>])[] = [
  ['a hall before its order is drawn', hallToDraw],
  ['a hall at work', hallAtWork],
  ['sheets on paper', papersInHand],
];

async function hallToDraw(): Promise<Sights> {
  const hall = await HallSteps.open();
  const registrar = await signedIn(hall.app, hall.registrar.accountId);
  const supervisor = await signedIn(hall.app, hall.supervisor.accountId);
  await hall.commit();
  const path = `/office/rounds/${hall.roundId}/defence`;
  return {
    app: hall.app,
    sights: [
      { visitor: supervisor, path },
      { visitor: registrar, path: `${path}/laptop` },
      { visitor: hall.app.visitor(), path: `/programmes/${hall.round.programme.slug}/defence` },
    ],
  };
}

/** One was heard and shown, one was led by a laptop, one speaks and pauses; times wait for a second person. */
async function hallAtWork(): Promise<Sights> {
  const hall = await HallSteps.open(3);
  const { app, roundId } = hall;
  app.clock.moveTo('2026-11-10T00:30:00.000Z');
  const scores = new HallScores(hall);
  await scores.complete();
  const laptop = await LaptopSteps.of(hall);
  app.clock.moveTo('2026-11-10T01:00:00.000Z');
  const spare = await LaptopSteps.make(hall);
  app.clock.moveTo('2026-11-10T04:00:00.000Z');
  await laptop.take(laptop.result(ledByLaptop(laptop)));
  await scores.reveal();
  const shown = (await app.visitor().get(`/board/${roundId}`)).text;
  if (!shown.includes('平均')) throw new Error('The board shows no points.');
  await hall.attend(3, came);
  const keeper = await signedIn(app, laptop.second.accountId);
  const registrar = await signedIn(app, hall.registrar.accountId);
  const chair = hall.round.judges[0]!.visitor;
  const base = `/office/rounds/${roundId}/defence`;
  const record = `${base}-records/${await scores.applicationAt(2)}`;
  const strange = laptop.result(ledByLaptop(laptop)).replace('投影故障', '停电');
  return {
    app,
    sights: [
      { visitor: app.visitor(), path: `/board/${roundId}` },
      { visitor: keeper, path: base },
      { visitor: keeper, path: `${base}/turns/2` },
      { visitor: keeper, path: record },
      { visitor: keeper, path: `${base}/print` },
      { visitor: chair, path: `/judging/chair/${roundId}` },
      { visitor: registrar, path: `${base}/laptop` },
      { visitor: registrar, path: `${base}/laptop`, act: made },
      { visitor: registrar, path: `${base}/laptop`, act: brought(strange) },
      {
        visitor: registrar,
        path: `${base}/laptop`,
        act: brought(laptop.result(ledByLaptop(laptop, 3, 20), spare)),
      },
    ],
  };
}

function ledByLaptop(laptop: LaptopSteps, place = 2, from = 0) {
  return [
    laptop.step(place, 'attendance', from),
    laptop.step(place, 'start', from + 1),
    laptop.step(place, 'pause', from + 3),
    laptop.step(place, 'resume', from + 5),
    laptop.step(place, 'finish', from + 14),
  ];
}

async function made(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click('form[action$="/laptop"] button')]);
}

const brought = (content: string) => send(Buffer.from(content), 'hall-1-result.json');

async function papersInHand(): Promise<Sights> {
  const app = await TestApp.start();
  await loadWorkingDays(app);
  const steps = await PaperSteps.open(app);
  const { round, third } = steps;
  await steps.issue();
  await steps.apart();
  const { visitor } = await office(app, 'CityRegistrar');
  const differing = await round.sheet(1);
  const open = await round.sheet(1, 1);
  const rounds = `/office/rounds/${round.id}/paper`;
  const sheet = ({ id }: { readonly id: string }) => `/office/paper-sheets/${id}`;
  return {
    app,
    sights: [
      { visitor, path: rounds },
      { visitor, path: `${rounds}/print?seat=1` },
      { visitor: steps.first.visitor, path: sheet(open) },
      { visitor: third.visitor, path: sheet(differing) },
    ],
  };
}
