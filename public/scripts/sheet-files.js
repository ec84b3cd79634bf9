const ZOOMS = [1, 1.5, 2, 3, 4];
const TURN = 90;

/**
 * Shows the files of an indicator beside its scale: pictures to enlarge and turn, PDFs by the browser's own
 * viewer. What was opened stays in the page, so each file keeps its page and its size. Where there is no room
 * or no viewer the link opens a window, as it does without scripts.
 *
 * @returns `step(step, by)`, which opens the file after or before the one that is shown
 */
export function sheetFiles(form) {
  const template = document.querySelector('template[data-file-view]');
  const wide = matchMedia('(min-width: 48em)');
  const views = new Map();

  form.addEventListener('click', (event) => {
    const link = event.target.closest('[data-file]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !canShow(link)) return;
    event.preventDefault();
    show(link);
  });

  function canShow(link) {
    if (!template || !wide.matches) return false;
    return link.dataset.file === 'picture' || navigator.pdfViewerEnabled;
  }

  function show(link) {
    const evidence = link.closest('.score-evidence');
    const view = views.get(evidence) ?? begin(evidence);
    view.link = link;
    for (const each of filesOf(evidence)) each.toggleAttribute('data-shown', each === link);
    for (const each of view.stage.children) each.hidden = each.dataset.href !== link.href;
    if (![...view.stage.children].some(({ hidden }) => !hidden)) view.stage.append(contentOf(link));
    view.name.textContent = link.textContent.trim();
    view.figure.dataset.kind = link.dataset.file;
    view.figure.hidden = false;
    view.figure.scrollIntoView({ block: 'nearest' });
  }

  function begin(evidence) {
    const figure = template.content.firstElementChild.cloneNode(true);
    const stage = figure.querySelector('.file-view-stage');
    const view = { figure, stage, name: figure.querySelector('[data-file-name]'), link: null };
    views.set(evidence, view);
    evidence.append(figure);
    const acts = {
      next: () => move(evidence, 1),
      previous: () => move(evidence, -1),
      larger: () => resize(view, 1),
      smaller: () => resize(view, -1),
      turn: () => turn(view),
      close: () => {
        figure.hidden = true;
        view.link.removeAttribute('data-shown');
        view.link.focus();
      },
    };
    figure.addEventListener('click', (event) => {
      acts[event.target.closest('[data-file-act]')?.dataset.fileAct]?.();
    });
    return view;
  }

  function move(evidence, by) {
    const files = filesOf(evidence).filter(canShow);
    if (!files.length) return;
    const at = files.findIndex((each) => each.hasAttribute('data-shown'));
    const to = at < 0 ? (by > 0 ? 0 : files.length - 1) : (at + by + files.length) % files.length;
    show(files[to]);
  }

  return {
    step: (step, by) => step && move(step.querySelector('.score-evidence'), by),
  };
}

function filesOf(evidence) {
  return [...evidence.querySelectorAll('[data-file]')];
}

function contentOf(link) {
  const frame = document.createElement(link.dataset.file === 'picture' ? 'div' : 'iframe');
  frame.dataset.href = link.href;
  if (link.dataset.file === 'picture') {
    frame.className = 'file-view-picture-frame';
    const picture = document.createElement('img');
    picture.src = link.href;
    picture.alt = link.textContent.trim();
    frame.append(picture);
  } else {
    // Pages alone, as wide as there is room.
    frame.src = `${link.href}#navpanes=0&view=FitH`;
    frame.title = link.textContent.trim();
  }
  return frame;
}

function shownIn({ stage }) {
  return [...stage.children].find(({ hidden }) => !hidden);
}

function resize(view, by) {
  const frame = shownIn(view);
  const at = ZOOMS.indexOf(Number(frame.dataset.zoom ?? 1));
  const zoom = ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))];
  frame.dataset.zoom = String(zoom);
  frame.style.setProperty('--zoom', String(zoom));
}

function turn(view) {
  const frame = shownIn(view);
  const degrees = (Number(frame.dataset.turned ?? 0) + TURN) % 360;
  frame.dataset.turned = String(degrees);
  frame.style.setProperty('--turned', `${degrees}deg`);
}
