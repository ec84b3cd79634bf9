/**
 * Two windows of one sheet. Each save says what this page had seen, so the answer tells what the other window
 * changed: that is put into the fields, and where both changed the same indicator the bar asks which to keep.
 */
export function mergeWindows(form) {
  const list = form.querySelector('[data-merge-choices]');
  const template = form.querySelector('template[data-merge-choice]');
  if (!list || !template) return;

  form.addEventListener('autosaveanswer', ({ detail: { answer, fields } }) => {
    const sent = new Map(fields);
    let changed = false;
    list.replaceChildren();
    for (const now of answer.indicators ?? []) {
      const mine = valuesOf(form, now.code);
      if (answer.conflicts.includes(now.code)) ask(now, mine);
      else if (!answer.taken.includes(now.code)) setSeen(form, now);
      else if (isAsSent(mine, sent, now.code)) {
        put(form, now);
        changed = true;
      }
    }
    putMark(form, answer.mark, sent);
    if (changed) form.dispatchEvent(new Event('input', { bubbles: true }));
  });

  function ask(now, mine) {
    const choice = template.content.firstElementChild.cloneNode(true);
    const said = choice.querySelector('span');
    said.textContent = said.textContent.replace('[indicator]', now.code);
    const sides = { mine, saved: now };
    for (const button of choice.querySelectorAll('[data-keep]')) {
      const side = sides[button.dataset.keep];
      button.querySelector('b').textContent = words(side);
      button.addEventListener('click', () => {
        if (button.dataset.keep === 'saved') put(form, now);
        else setSeen(form, now);
        choice.remove();
        form.dispatchEvent(new Event('input', { bubbles: true }));
      });
    }
    list.append(choice);
  }

  function words({ score, comment }) {
    const points = score === '' ? template.dataset.unscored : (Number(score) / 100).toFixed(2);
    return comment ? `${points} ${comment}` : points;
  }
}

function field(form, name) {
  return form.querySelector(`[name="${name}"]`);
}

function valuesOf(form, code) {
  const radio = form.querySelector(`[name="score-${code}"]:checked`);
  return { score: radio?.value ?? '', comment: field(form, `comment-${code}`).value };
}

function isAsSent({ score, comment }, sent, code) {
  return score === (sent.get(`score-${code}`) ?? '') && comment === sent.get(`comment-${code}`);
}

function setSeen(form, { code, seen }) {
  field(form, `seen-${code}`).value = seen;
}

function put(form, now) {
  for (const radio of form.querySelectorAll(`[name="score-${now.code}"]`)) {
    radio.checked = radio.value === now.score;
  }
  field(form, `comment-${now.code}`).value = now.comment;
  setSeen(form, now);
}

/** A note that came together from two windows is shown once nobody is typing in it. */
function putMark(form, mark, sent) {
  if (!mark) return;
  const flag = field(form, 'flag');
  if (flag.checked === (sent.get('flag') === '1')) flag.checked = mark.flag === '1';
  field(form, 'seen-flag').value = mark.flag;
  const note = field(form, 'note');
  const isSame = plain(mark.note) === plain(sent.get('note'));
  if (!isSame && (note === document.activeElement || note.value !== sent.get('note'))) return;
  if (!isSame) note.value = mark.note;
  field(form, 'seen-note').value = mark.seenNote;
}

function plain(text) {
  return text.replace(/\s+/g, '');
}
