import { markedNumber, nameOf } from './correction-fields.js';
import { openCorrection } from './correction-form.js';
import { correctionsAt } from './corrections-api.js';
import { el } from './dom.js';
import { t } from './language.js';
import { button, staffPage } from './staff-page.js';
import { ledgerWords } from './words/ledger.js';

const corrections = correctionsAt('api/figures/corrections');
const page = staffPage(corrections);

function addButtons() {
  for (const row of document.querySelectorAll('[data-figure]')) {
    const figure = JSON.parse(row.dataset.figure);
    // A number that may not be shown can't be pointed at either.
    if (!figure.number) continue;
    row.querySelector('.source-of').append(
      button('correct', () => openCorrection(figure, corrections, () => page.reload('corrected'))),
      figure.correction ? button('takeBack', () => page.takeBackAsked(figure.correction.id)) : '');
  }
}

function correctionLine(correction) {
  const { meaning } = correction;
  const about = [
    meaning.region, meaning.indicator, meaning.period, `${meaning.value}${meaning.unit}`,
    nameOf('status', meaning.status), nameOf('aspect', meaning.aspect), meaning.base, meaning.usable ? null : t('notUsable'),
  ];
  return el('li', { class: correction.applied ? 'correction' : 'correction is-idle' },
    el('p', { class: 'sentence', attributes: { lang: 'zh-CN' } }, ...markedNumber(correction)),
    el('p', { class: 'meaning', text: about.filter(Boolean).join('，') }),
    correction.note ? el('p', { class: 'aside', text: correction.note }) : null,
    el('p', { class: 'aside' },
      el('time', { text: new Date(correction.at).toLocaleString(), attributes: { datetime: correction.at } }), ' · ',
      el('span', { t: correction.applied ? 'applied' : 'notApplied' })),
    button('takeBack', () => page.takeBackAsked(correction.id)));
}

page.start('ledgerTitle', [ledgerWords], addButtons, correctionLine);
