// Every page works without this file; each module does nothing where its mark-up is absent.
import { autosave } from './autosave.js';
import { chosenFiles } from './chosen-files.js';
import { confirmUnload } from './confirm-unload.js';
import { countdown } from './countdown.js';
import { declaration } from './declaration.js';
import { focusErrors } from './focus-errors.js';
import { keyboardScoring } from './keyboard-scoring.js';
import { ownScores } from './own-scores.js';
import { mergeWindows } from './merge-windows.js';
import { ranking } from './ranking.js';
import { progress } from './progress.js';
import { phoneTabs } from './phone-tabs.js';
import { printButton } from './print-button.js';
import { scoreState } from './score-state.js';
import { sendForms } from './send-form.js';
import { totals } from './totals.js';

sendForms(show);
enhance();

function enhance() {
  for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form);
  for (const form of document.querySelectorAll('form[data-confirm-unload]')) confirmUnload(form);
  for (const form of document.querySelectorAll('form[data-scoring]')) {
    // First, so that the keys find what a change has led to.
    scoreState(form);
    keyboardScoring(form);
    mergeWindows(form);
    phoneTabs(form);
  }
  for (const form of document.querySelectorAll('form[data-declaration]')) declaration(form);
  for (const link of document.querySelectorAll('[data-own]')) ownScores(link);
  for (const form of document.querySelectorAll('form[data-ranking]')) ranking(form);
  for (const form of document.querySelectorAll('form[data-progress]')) progress(form);
  for (const field of document.querySelectorAll('input[type=file]')) chosenFiles(field);
  for (const element of document.querySelectorAll('[data-countdown]')) countdown(element);
  for (const table of document.querySelectorAll('[data-totals]')) totals(table);
  for (const button of document.querySelectorAll('[data-print]')) printButton(button);
  focusErrors(document.querySelector('[data-error-summary]'));
}

/** A form that came back after its files had been sent by a script. */
function show(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.querySelector('main').replaceWith(page.querySelector('main'));
  enhance();
  if (!document.querySelector('[data-error-summary]')) document.querySelector('main').focus();
}
