// For the pages on which judges score and declare; they work without it as all others do.
import { declaration } from './declaration.js';
import { keyboardScoring } from './keyboard-scoring.js';
import { mergeWindows } from './merge-windows.js';
import { keepSheet } from './offline/keep-sheet.js';
import { offline } from './offline/offline.js';
import { ownScores } from './own-scores.js';
import { start } from './page.js';
import { phoneTabs } from './phone-tabs.js';
import { scoreState } from './score-state.js';

start(() => {
  for (const form of document.querySelectorAll('form[data-scoring]')) {
    // First, so that the keys find what a change has led to.
    scoreState(form);
    keyboardScoring(form);
    mergeWindows(form);
    phoneTabs(form);
    if (form.dataset.sheet) void keepSheet(form);
  }
  for (const form of document.querySelectorAll('form[data-declaration]')) declaration(form);
  for (const link of document.querySelectorAll('[data-own]')) ownScores(link);
  void offline();
});
