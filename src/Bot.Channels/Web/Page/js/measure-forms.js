import { choice, field, input, note, openSheet, valuesOf } from './correction-fields.js';
import { el } from './dom.js';
import { t } from './language.js';

const conditionKinds = [
  'region', 'size', 'recognition', 'firstTime', 'age', 'rdSpending', 'rdShare', 'rdGrowth', 'revenue', 'staff', 'rdStaffShare', 'sector',
  'intellectualProperty', 'credit', 'platform', 'other',
];
const operators = ['none', 'atLeast', 'moreThan', 'atMost', 'lessThan', 'in', 'notIn'];
const amountKinds = ['fixed', 'ceiling', 'floor', 'rate', 'perPiece'];

const named = (set, values) => values.map((value) => [value, t(`${set}.${value}`)]);

const quoteOf = ({ sentence, words }) => ({ sentence, number: words });

const itemOf = (measure, part, { index, quote }) =>
  ({ report: measure.report, measure: measure.number, part, index, sentence: quote.sentence, words: quote.words });

// Who corrects is remembered in the tab, like the key.
const byKey = 'corrected-by';
const saidBy = (correction) => field('by', 'fieldBy', input(correction?.by ?? sessionStorage.getItem(byKey), { maxlength: '100' }));

const sender = (corrections, body) => () => {
  const sent = body();
  if (sent.by) sessionStorage.setItem(byKey, sent.by);
  return corrections.correct(sent);
};

const checkbox = (isChecked) => {
  const box = el('input', { attributes: { type: 'checkbox' } });
  box.checked = isChecked;
  return box;
};

/** Dialogs that correct a condition, an amount or the whole of a measure as /api/measures gives it. */
export function openCondition(measure, condition, corrections, onDone) {
  const withdrawn = checkbox(condition.withdrawn);
  const fields = {
    kind: field('kind', 'fieldKind', choice(named('condition', conditionKinds), condition.kind === 'unread' ? 'other' : condition.kind)),
    operator: field('operator', 'fieldOperator', choice(named('operator', operators), condition.operator)),
    value: field('value', 'fieldValue', input(condition.value, { inputmode: 'decimal' })),
    unit: field('unit', 'fieldUnit', input(condition.unit)),
    names: field('names', 'fieldNames', input(condition.names.join('、'))),
    withdrawn: field('withdrawn', 'fieldNoCondition', withdrawn),
    by: saidBy(condition.correction),
    note: field('note', 'fieldNote', note(condition.correction?.note)),
  };
  openSheet({
    titleKey: 'correctCondition',
    aboutKey: 'correctConditionWhich',
    quote: quoteOf(condition.quote),
    fields,
    send: sender(corrections, () => {
      const values = valuesOf(fields);
      return {
        ...itemOf(measure, 'condition', condition), ...values, withdrawn: withdrawn.checked,
        names: (values.names ?? '').split(/[、,，;；]/).map((name) => name.trim()).filter(Boolean),
      };
    }),
    onDone,
  });
}

export function openAmount(measure, amount, corrections, onDone) {
  const withdrawn = checkbox(amount.withdrawn);
  const fields = {
    kind: field('kind', 'fieldKind', choice(named('amount', amountKinds), amount.kind)),
    value: field('value', 'fieldValue', input(amount.value, { inputmode: 'decimal', required: '' })),
    unit: field('unit', 'fieldUnit', input(amount.unit)),
    withdrawn: field('withdrawn', 'fieldNoAmount', withdrawn),
    by: saidBy(amount.correction),
    note: field('note', 'fieldNote', note(amount.correction?.note)),
  };
  openSheet({
    titleKey: 'correctAmount',
    aboutKey: 'correctConditionWhich',
    quote: quoteOf(amount.quote),
    fields,
    send: sender(corrections, () => ({ ...itemOf(measure, 'amount', amount), ...valuesOf(fields), withdrawn: withdrawn.checked })),
    onDone,
  });
}

export function openHiding(measure, corrections, onDone) {
  const fields = { by: saidBy(null), note: field('note', 'fieldNote', note('')) };
  openSheet({
    titleKey: 'hideTitle',
    aboutKey: 'hideWhich',
    quote: quoteOf(measure.quote),
    fields,
    send: sender(corrections, () => ({ ...itemOf(measure, 'whole', { index: 0, quote: measure.quote }), ...valuesOf(fields), withdrawn: true })),
    onDone,
  });
}
