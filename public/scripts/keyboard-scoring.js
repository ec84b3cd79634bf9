const ANCHOR = 'input[type="radio"][data-digit]';
const STEPS = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Scores without a mouse: a digit chooses the anchor of the indicator in focus, left and right go to
 * the indicator before and after, Ctrl+Enter sends the sheet. Up and down stay the browser's own.
 */
export function keyboardScoring(form) {
  const indicators = [...form.querySelectorAll('[data-score-indicator]')];

  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTextField(event.target)) return;
    const current = event.target.closest('[data-score-indicator]');
    if (current && chooseAnchor(current, event.key)) event.preventDefault();
    else if (current && event.key in STEPS) {
      event.preventDefault();
      focusIndicator(indicators[indicators.indexOf(current) + STEPS[event.key]]);
    }
  });
}

function isTextField(target) {
  return target.matches('textarea, select, input:not([type="radio"])');
}

function chooseAnchor(indicator, key) {
  const anchor = [...indicator.querySelectorAll(ANCHOR)].find((each) => each.dataset.digit === key);
  if (!anchor) return false;
  anchor.focus();
  anchor.click();
  return true;
}

function focusIndicator(indicator) {
  const target =
    indicator?.querySelector(`input[type="radio"]:checked`) ?? indicator?.querySelector(ANCHOR);
  target?.focus();
  indicator?.scrollIntoView({ block: 'nearest' });
}
