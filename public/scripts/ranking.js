const LINE = '[data-ranking-line]';

/**
 * Orders the lines of a ranking in the page: the buttons, dragging, and digits typed while a line is in
 * focus. Nothing is sent until the whole order is saved; without this file each button saves.
 */
export function ranking(form) {
  const list = form.querySelector('ol');
  const first = Number(form.elements.first.value);
  const lines = () => [...list.querySelectorAll(LINE)];
  let dragged = null;
  let typed = '';
  let clearing = 0;

  for (const hint of document.querySelectorAll('[data-ranking-keys]')) hint.hidden = false;

  const number = () => {
    const all = lines();
    all.forEach((line, at) => {
      line.querySelector('[data-ranking-place]').value = String(first + at);
      line.querySelector('[data-ranking-move="up"]').disabled = at === 0;
      line.querySelector('[data-ranking-move="down"]').disabled = at === all.length - 1;
    });
  };
  const moveTo = (line, at) => {
    const others = lines().filter((one) => one !== line);
    const place = Math.max(0, Math.min(others.length, at));
    list.insertBefore(line, others[place] ?? null);
    number();
    line.focus();
  };

  for (const line of lines()) {
    line.draggable = true;
    line.tabIndex = 0;
  }

  list.addEventListener('click', (event) => {
    const button = event.target.closest('[data-ranking-move]');
    if (!button) return;
    event.preventDefault();
    const line = button.closest(LINE);
    const by = button.dataset.rankingMove === 'up' ? -1 : 1;
    moveTo(line, lines().indexOf(line) + by);
  });
  list.addEventListener('change', (event) => {
    if (!event.target.matches('[data-ranking-place]')) return;
    moveTo(event.target.closest(LINE), Number(event.target.value) - first || 0);
  });
  list.addEventListener('keydown', (event) => {
    const line = event.target;
    if (!line.matches(LINE) || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (event.key in steps) {
      event.preventDefault();
      moveTo(line, lines().indexOf(line) + steps[event.key]);
    } else if (/^\d$/.test(event.key)) {
      event.preventDefault();
      typed += event.key;
      clearTimeout(clearing);
      // A moment for the second digit of a place above nine.
      clearing = setTimeout(() => {
        const place = Number(typed);
        typed = '';
        if (place > 0) moveTo(line, place - first);
      }, 600);
    }
  });
  list.addEventListener('dragstart', (event) => {
    dragged = event.target.closest(LINE);
    if (dragged) dragged.dataset.dragged = '';
    event.dataTransfer.effectAllowed = 'move';
  });
  list.addEventListener('dragover', (event) => {
    const over = event.target.closest(LINE);
    if (!dragged || !over) return;
    event.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    const after = event.clientY > top + height / 2;
    list.insertBefore(dragged, after ? over.nextSibling : over);
  });
  list.addEventListener('dragend', () => {
    if (dragged) delete dragged.dataset.dragged;
    dragged = null;
    number();
  });
}
