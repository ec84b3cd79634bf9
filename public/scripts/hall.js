// For the hall: the board that hangs there and the keeper's page; both say how things stand without it.
import { board } from './board.js';
import { hallClock } from './hall-clock.js';
import { start } from './page.js';

start(() => {
  for (const element of document.querySelectorAll('[data-board]')) board(element);
  for (const element of document.querySelectorAll('[data-hall-clock]')) hallClock(element);
});
