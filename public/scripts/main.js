// Every page works without this file; each module does nothing where its mark-up is absent.
import { autosave } from './autosave.js';
import { confirmUnload } from './confirm-unload.js';
import { countdown } from './countdown.js';
import { focusErrors } from './focus-errors.js';
import { keyboardScoring } from './keyboard-scoring.js';
import { ranking } from './ranking.js';
import { printButton } from './print-button.js';
import { scoreState } from './score-state.js';

for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form);
for (const form of document.querySelectorAll('form[data-confirm-unload]')) confirmUnload(form);
for (const form of document.querySelectorAll('form[data-scoring]')) {
  // First, so that the keys find what a change has led to.
  scoreState(form);
  keyboardScoring(form);
}
for (const form of document.querySelectorAll('form[data-ranking]')) ranking(form);
for (const element of document.querySelectorAll('[data-countdown]')) countdown(element);
for (const button of document.querySelectorAll('[data-print]')) printButton(button);
focusErrors(document.querySelector('[data-error-summary]'));
