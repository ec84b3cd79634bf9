// Every page works without this file; each module does nothing where its mark-up is absent.
import { chosenFiles } from './chosen-files.js';
import { countdown } from './countdown.js';
import { followingFields } from './following-fields.js';
import { start } from './page.js';
import { progress } from './progress.js';
import { ranking } from './ranking.js';
import { totals } from './totals.js';

start(() => {
  for (const form of document.querySelectorAll('form[data-ranking]')) ranking(form);
  for (const form of document.querySelectorAll('form[data-progress]')) progress(form);
  for (const field of document.querySelectorAll('input[type=file]')) chosenFiles(field);
  for (const element of document.querySelectorAll('[data-countdown]')) countdown(element);
  for (const button of document.querySelectorAll('[data-follows]')) followingFields(button);
  for (const table of document.querySelectorAll('[data-totals]')) totals(table);
});
