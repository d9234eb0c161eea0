import { correct, Refused } from './corrections-api.js';
import { el } from './dom.js';
import { problemWords, t } from './language.js';

const input = (value, more = {}) => {
  const field = el('input', { attributes: { autocomplete: 'off', ...more } });
  field.value = value ?? '';
  return field;
};

// The choices are those of the page's filter.
const optionsOf = (filter) => [...document.querySelectorAll(`#${filter} option:not([value=""])`)];

/** What people call a status or an aspect. */
export const nameOf = (filter, value) => optionsOf(filter).find((option) => option.value === value)?.textContent ?? value;

const select = (filter, chosen) => {
  const field = el('select', {}, ...optionsOf(filter).map((option) => el('option', { text: option.textContent, attributes: { value: option.value } })));
  field.value = chosen;
  return field;
};

/** A dialog that corrects one figure as /api/figures gives it; `onDone` is called once it is corrected. */
export function openCorrection(figure, onDone) {
  const usable = el('input', { attributes: { type: 'checkbox' } });
  usable.checked = !(figure.corrected && figure.doubt);
  const note = el('textarea', { attributes: { rows: '2', maxlength: '500' } });
  note.value = figure.correction?.note ?? '';
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
    note: field('note', 'fieldNote', note),
  };
  const failure = el('p', { class: 'field-problem', attributes: { role: 'alert' } });
  const save = el('button', { class: 'primary-button', t: 'save', attributes: { type: 'submit' } });
  const cancel = el('button', { class: 'quiet-button', t: 'cancel', attributes: { type: 'button' }, on: { click: () => dialog.close() } });
  const form = el('form', { attributes: { novalidate: '' }, on: { submit } },
    el('h2', { t: 'correctTitle', attributes: { id: 'correct-title' } }),
    el('blockquote', { class: 'quote', attributes: { lang: 'zh-CN' } }, ...markedNumber(figure)),
    el('p', { class: 'aside', t: 'correctWhich' }),
    el('div', { class: 'field-grid' }, ...Object.values(fields).map((each) => each.element)),
    failure,
    el('div', { class: 'dialog-buttons' }, save, cancel));
  const dialog = el('dialog', { class: 'sheet', attributes: { 'aria-labelledby': 'correct-title' } }, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  fields.region.control.focus();

  async function submit(event) {
    event.preventDefault();
    clear();
    save.disabled = true;
    try {
      if (await correct(body()) === null) return;
      dialog.close();
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tell(error.problem);
    } finally {
      save.disabled = false;
    }
  }

  function body() {
    const values = Object.fromEntries(Object.entries(fields).map(([name, { control }]) => [name, control.value.trim() || null]));
    const { report, paragraph, number, sentence } = figure;
    return { report, paragraph, number, sentence, ...values, usable: usable.checked };
  }

  function clear() {
    failure.textContent = '';
    for (const each of Object.values(fields)) each.tell('');
  }

  // Beside the field it is about, else below the form.
  function tell(problem) {
    const words = problem ? problemWords(problem) : t('failed');
    const wrong = fields[problem?.field];
    if (!wrong) {
      failure.textContent = words;
      return;
    }
    wrong.tell(words);
    wrong.control.focus();
  }
}

function field(name, key, control) {
  control.id = `correct-${name}`;
  const problem = el('span', { class: 'field-problem', attributes: { id: `correct-${name}-problem` } });
  control.setAttribute('aria-describedby', problem.id);
  return {
    control,
    element: el('div', { class: `field field-${name}` }, el('label', { t: key, attributes: { for: control.id } }), control, problem),
    tell(words) {
      problem.textContent = words;
      control.setAttribute('aria-invalid', String(words !== ''));
    },
  };
}

/** A sentence with its number marked. */
export function markedNumber({ sentence, number }) {
  if (!number) return [sentence];
  return [sentence.slice(0, number.start), el('mark', { text: sentence.slice(number.start, number.end) }), sentence.slice(number.end)];
}
