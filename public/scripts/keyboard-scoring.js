import { sheetFiles } from './sheet-files.js';
import { undoable } from './undoable.js';

const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
const HALVES = { '+': -1, '=': -1, '-': 1 };

/**
 * A sheet scored without a mouse. A digit chooses the band of the indicator in focus and goes on to the
 * next one without a score, or to the comment that the score needs; plus and minus move by half a point
 * what was scored last. Up and down are the browser's own and do the same, for the choices fall from top
 * to bottom. `keyList` in the page names all keys.
 */
export function keyboardScoring(form) {
  const steps = [...form.querySelectorAll('[data-score-step]')];
  if (!steps.length) return;
  let last = null;
  const changes = undoable(form);
  const files = sheetFiles(form);
  const next = form.querySelector('button[value="next"]');
  const keys = form.querySelector('[data-keys]');
  const flag = form.querySelector('[data-flag]');

  const open = (step, target) => {
    if (!step) return;
    step.open = true;
    (target ?? chosen(step) ?? radios(step)[0])?.focus();
    step.scrollIntoView({ block: 'nearest' });
  };
  const goOn = (from) => {
    const at = steps.indexOf(from);
    const lacking = [...steps.slice(at + 1), ...steps.slice(0, at + 1)].find(
      (step) => stateOf(step) !== 'done',
    );
    if (lacking === from && stateOf(from) === 'commentMissing') open(from, comment(from));
    else if (lacking) open(lacking);
    else next?.focus();
    return lacking !== undefined;
  };
  const send = () => form.requestSubmit(next ?? undefined);
  const scored = (step) => {
    last = step;
    if (stateOf(step) === 'commentMissing') open(step, comment(step));
    else goOn(step);
  };

  const acts = {
    Enter: (step) => goOn(step) || send(),
    c: (step) => open(step, comment(step)),
    Backspace: (step) => clear(form, step),
    Delete: (step) => clear(form, step),
    f: () => flag?.click(),
    u: () => changes.undo(),
    n: (step) => files.step(step, 1),
    p: (step) => files.step(step, -1),
  };

  form.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Pages and files of what a score rests on are typed and chosen.
    if (event.target.matches('select, input[type=text]')) return;
    const step = event.target.closest('[data-score-step]') ?? last ?? steps.find(isOpen);
    if (event.target.matches('textarea')) {
      if (event.key === 'Escape') goOn(step);
      return;
    }
    if (event.key === '?') keys.open = !keys.open;
    else if (event.target.matches('summary, a, button') && event.key === 'Enter') return;
    else if (event.key in STEPS) open(steps[steps.indexOf(step) + STEPS[event.key]]);
    else if (event.key in HALVES) moveByHalf(step, HALVES[event.key]);
    else if (digit(step, event.key)) {
      choose(digit(step, event.key));
      scored(step);
    } else if (event.key in acts) acts[event.key](step);
    else return;
    event.preventDefault();
  });

  /** Of an indicator without a score what was scored before it is meant: the focus has just left it. */
  function moveByHalf(step, by) {
    const meant = step && chosen(step) ? step : last;
    if (!meant || !chosen(meant)) return;
    const all = radios(meant);
    const to = all[all.indexOf(chosen(meant)) + by];
    if (!to) return;
    choose(to);
    if (stateOf(meant) === 'commentMissing') open(meant, comment(meant));
  }

  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-clear]');
    if (button) {
      event.preventDefault();
      clear(form, button.closest('[data-score-step]'));
    }
    const chip = event.target.closest('[data-step-chip]');
    if (chip) {
      event.preventDefault();
      open(steps.find((one) => one.dataset.scoreStep === chip.dataset.stepChip));
    }
  });

  const first = steps.find(isOpen);
  const isAsked = document.querySelector('[data-error-summary]') !== null || location.hash !== '';
  if (first && !isAsked && matchMedia('(pointer: fine)').matches) {
    (chosen(first) ?? radios(first)[0])?.focus({ preventScroll: true });
  }
}

function isOpen(step) {
  return step.open;
}

function radios(step) {
  return [...step.querySelectorAll('input[type="radio"]')];
}

function chosen(step) {
  return step.querySelector('input[type="radio"]:checked');
}

function comment(step) {
  return step.querySelector('textarea');
}

function digit(step, key) {
  return step && radios(step).find((each) => each.dataset.digit === key);
}

function choose(radio) {
  radio.checked = true;
  radio.dispatchEvent(new Event('input', { bubbles: true }));
}

function clear(form, step) {
  const radio = step && chosen(step);
  if (!radio) return;
  radio.checked = false;
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function stateOf(step) {
  return step.querySelector('[data-step-state]').dataset.stepState;
}
