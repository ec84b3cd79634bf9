import { IntlMessageFormat } from 'intl-messageformat';

/** Writes what came out below the button: the finding, the steps, each difference, the standings. */
export function show(place, { recomputation, refused }, texts) {
  const t = (key, variables) =>
    String(new IntlMessageFormat(texts[key] ?? key, texts.lang).format(variables));
  if (!recomputation) {
    place.replaceChildren(notice('bad', t(refused)));
    return;
  }
  const { steps, differences, standings, inputHash } = recomputation;
  const comparisons = steps.reduce((sum, step) => sum + step.comparisons, 0);
  const different = steps.reduce((sum, step) => sum + step.differences, 0);
  const finding = different
    ? notice('bad', t('awards.recompute.differs', { different, comparisons }))
    : notice('good', t('awards.recompute.agrees', { comparisons, hash: inputHash }));
  place.replaceChildren(
    finding,
    ...(differences.length ? [differenceTable(differences, t)] : []),
    stepTable(steps, t),
    ...standings.map((one) => standingTable(one, t)),
  );
}

function stepTable(steps, t) {
  return table(
    t('awards.recompute.steps'),
    [
      t('awards.recompute.step'),
      t('awards.recompute.comparisons'),
      t('awards.recompute.differences'),
    ],
    steps.map(({ step, comparisons, differences }) => [
      t(`awards.recompute.step.${step}`),
      comparisons,
      differences,
    ]),
  );
}

function differenceTable(differences, t) {
  return table(
    t('awards.recompute.found', { count: differences.length }),
    [t('awards.recompute.place'), t('awards.recompute.expected'), t('awards.recompute.now')],
    differences.map(({ where, expected, found }) => [
      t(where.key, where.variables),
      said(expected),
      said(found),
    ]),
  );
}

/** A bundle may hold anything in the place of a text. */
function said(value) {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function standingTable({ category, rows }, t) {
  return table(
    t('awards.recompute.standings', { category }),
    [
      t('awards.ranking.standing'),
      t('awards.recompute.receipt'),
      t('awards.ranking.composite'),
      t('awards.ranking.outcome'),
    ],
    rows.map(({ standing, receiptNumber, composite, outcome }) => [
      standing,
      receiptNumber,
      composite,
      t(`awards.outcome.${outcome}`),
    ]),
  );
}

function notice(tone, text) {
  const paragraph = element('p', text);
  paragraph.className = `notice notice-${tone}`;
  return paragraph;
}

function table(caption, heads, rows) {
  const region = element('div');
  region.className = 'table-region';
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', caption);
  const made = element('table');
  made.className = 'table table-compact';
  const head = element('tr');
  head.append(
    ...heads.map((text, at) => {
      const cell = element('th', text);
      cell.scope = 'col';
      if (typeof rows[0]?.[at] === 'number') cell.className = 'number';
      return cell;
    }),
  );
  const body = rows.map((cells) => {
    const row = element('tr');
    row.append(
      ...cells.map((text, at) => {
        const cell = element(at ? 'td' : 'th', String(text));
        if (!at) cell.scope = 'row';
        if (typeof text === 'number') cell.className = 'number';
        return cell;
      }),
    );
    return row;
  });
  const parts = [element('caption', caption), element('thead'), element('tbody')];
  parts[1].append(head);
  parts[2].append(...body);
  made.append(...parts);
  region.append(made);
  return region;
}

function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
