import { field, input, note, openSheet, select, valuesOf } from './correction-fields.js';
import { el } from './dom.js';

/** A dialog that corrects one figure as /api/figures gives it; `onDone` is called once it is corrected. */
export function openCorrection(figure, corrections, onDone) {
  const usable = el('input', { attributes: { type: 'checkbox' } });
  usable.checked = !(figure.corrected && figure.doubt);
  const fields = {
    region: field('region', 'fieldRegion', input(figure.region)),
    indicator: field('indicator', 'fieldIndicator', input(figure.indicator ?? figure.words, { list: 'indicator-list' })),
    period: field('period', 'fieldPeriod', input(figure.period)),
    value: field('value', 'fieldValue', input(figure.value, { inputmode: 'decimal', required: '' })),
    unit: field('unit', 'fieldUnit', input(figure.unit)),
    status: field('status', 'fieldStatus', select('status', figure.status)),
    aspect: field('aspect', 'fieldAspect', select('aspect', figure.aspect)),
    base: field('base', 'fieldBase', input(figure.base)),
    usable: field('usable', 'fieldUsable', usable),
    note: field('note', 'fieldNote', note(figure.correction?.note)),
  };
  const { report, paragraph, number, sentence } = figure;
  openSheet({
    titleKey: 'correctTitle',
    aboutKey: 'correctWhich',
    quote: figure,
    fields,
    send: () => corrections.correct({ report, paragraph, number, sentence, ...valuesOf(fields), usable: usable.checked }),
    onDone,
  });
}
