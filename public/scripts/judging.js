// For the pages on which judges score and declare; they work without it as all others do.
import { declaration } from './declaration.js';
import { keyboardScoring } from './keyboard-scoring.js';
import { mergeWindows } from './merge-windows.js';
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
  }
  for (const form of document.querySelectorAll('form[data-declaration]')) declaration(form);
  for (const link of document.querySelectorAll('[data-own]')) ownScores(link);
  void withoutNetwork();
});

/** Most judges never go without a network: their pages do not carry what that takes. */
async function withoutNetwork() {
  const texts = document.querySelector('template[data-offline-texts]');
  if (!texts || !('serviceWorker' in navigator)) return;
  const prepares = document.querySelector('[data-offline-page=prepare]');
  if (!prepares && !(await navigator.serviceWorker.getRegistration('/judging'))) return;
  const { keepSheet, offline } = await import(texts.dataset.script);
  for (const form of document.querySelectorAll('form[data-sheet]')) void keepSheet(form);
  await offline();
}
