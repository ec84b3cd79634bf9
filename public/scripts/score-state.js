/** What each indicator has got and still lacks, and the total, as they change; the server draws the first. */
export function scoreState(form) {
  const steps = [...form.querySelectorAll('[data-score-step]')];
  const total = form.querySelector('[data-score-total]');
  if (!steps.length) return;

  form.addEventListener('input', show);
  show();

  function show() {
    const values = steps.map(showStep);
    if (!total) return;
    const done = values.filter((points) => points !== null);
    const whole = done.length === steps.length;
    const points = (done.reduce((sum, each) => sum + each, 0) / 100).toFixed(2);
    total.textContent = whole
      ? total.dataset.whole.replace('[points]', points)
      : total.dataset.part.replace('[done]', done.length).replace('[all]', steps.length);
  }

  /** @returns the points in hundredths, or null */
  function showStep(step) {
    const radio = step.querySelector('input[type="radio"]:checked');
    const comment = step.querySelector('textarea').value.trim();
    const minimum = Number(step.querySelector('[data-minimum]').dataset.minimum);
    const lacks = radio && 'asks' in radio.dataset && [...comment].length < minimum;
    const state = !radio ? 'unscored' : lacks ? 'commentMissing' : 'done';
    const shown = step.querySelector('[data-step-state]');
    shown.dataset.stepState = state;
    const words = total?.dataset[state];
    if (words) shown.querySelector('[data-step-words]').textContent = words;
    step.querySelector('[data-step-points]').textContent = radio
      ? (Number(radio.value) / 100).toFixed(2)
      : '';
    const chip = form.querySelector(`[data-step-chip="${step.dataset.scoreStep}"]`);
    if (chip) {
      chip.dataset.stepState = state;
      chip.querySelector('[data-chip-words]').textContent = total.dataset[state];
    }
    return radio ? Number(radio.value) : null;
  }
}
