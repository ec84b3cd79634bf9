/**
 * On a phone what was filed and the scale are two tabs. Each keeps its place of each indicator; without scripts they
 * stand one below the other.
 */
export function phoneTabs(form) {
  const tabs = form.querySelector('[data-score-tabs]');
  if (!tabs) return;
  const narrow = matchMedia('(max-width: 47.99em)');
  const places = new Map();
  tabs.hidden = false;
  narrow.addEventListener('change', fit);
  fit();

  tabs.addEventListener('click', ({ target }) => {
    const to = target.closest('[data-tab]')?.dataset.tab;
    if (!to || to === form.dataset.tab) return;
    const step = form.querySelector('[data-score-step][open]');
    places.set(key(step, form.dataset.tab), window.scrollY);
    show(to);
    const kept = places.get(key(step, to));
    if (kept !== undefined) window.scrollTo(0, kept);
    else step?.scrollIntoView({ block: 'start' });
  });

  function fit() {
    if (narrow.matches) show(form.dataset.tab ?? 'scale');
    else delete form.dataset.tab;
  }

  function show(tab) {
    form.dataset.tab = tab;
    for (const evidence of form.querySelectorAll('.score-step .score-evidence')) {
      evidence.open = true;
    }
    for (const button of tabs.querySelectorAll('[data-tab]')) {
      button.setAttribute('aria-pressed', String(button.dataset.tab === tab));
    }
  }
}

function key(step, tab) {
  return `${step?.dataset.scoreStep} ${tab}`;
}
