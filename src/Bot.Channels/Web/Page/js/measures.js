import { markedNumber } from './correction-fields.js';
import { correctionsAt } from './corrections-api.js';
import { el } from './dom.js';
import { t } from './language.js';
import { openAmount, openCondition, openHiding } from './measure-forms.js';
import { button, staffPage } from './staff-page.js';
import { ledgerWords } from './words/ledger.js';
import { registerWords } from './words/register.js';

const corrections = correctionsAt('api/measures/corrections');
const page = staffPage(corrections);
const done = () => page.reload('corrected');

const takeBack = (correction) => (correction ? button('takeBack', () => page.takeBackAsked(correction.id)) : '');

function addButtons() {
  for (const card of document.querySelectorAll('[data-measure]')) {
    const measure = JSON.parse(card.dataset.measure);
    for (const item of card.querySelectorAll('[data-item]')) {
      const add = (...buttons) => (item.querySelector('.meaning') ?? item).append(...buttons);
      const index = Number(item.dataset.index);
      if (item.dataset.item === 'whole') {
        add(measure.hidden ? '' : button('hide', () => openHiding(measure, corrections, done)), takeBack(measure.correction));
        continue;
      }
      const isCondition = item.dataset.item === 'condition';
      const read = isCondition ? measure.conditions[index] : measure.amounts[index];
      const open = isCondition ? openCondition : openAmount;
      add(button('correct', () => open(measure, read, corrections, done)), takeBack(read.correction));
    }
  }
}

const meaningOf = ({ condition, amount, part, name }) => {
  if (part === 'whole') return `${t('hiddenMeasure')}${name}`;
  if (condition) {
    const { kind, operator, value, unit, names } = condition;
    return [t(`condition.${kind}`), t(`operator.${operator}`), value === null ? null : `${value}${unit}`, names.join('、')].filter(Boolean).join(' ');
  }
  return amount ? `${t(`amount.${amount.kind}`)} ${amount.value}${amount.unit}` : t('withdrawnTag');
};

function correctionLine(correction) {
  return el('li', { class: correction.applied ? 'correction' : 'correction is-idle' },
    el('p', { class: 'sentence', attributes: { lang: 'zh-CN' } }, ...markedNumber(correction)),
    el('p', { class: 'meaning', text: meaningOf(correction) }),
    correction.note ? el('p', { class: 'aside', text: correction.note }) : null,
    el('p', { class: 'aside' },
      correction.by ? `${correction.by} · ` : '',
      el('time', { text: new Date(correction.at).toLocaleString(), attributes: { datetime: correction.at } }), ' · ',
      el('span', { t: correction.applied ? 'applied' : 'stale' })),
    button('takeBack', () => page.takeBackAsked(correction.id)));
}

page.start('registerTitle', [ledgerWords, registerWords], addButtons, correctionLine);
