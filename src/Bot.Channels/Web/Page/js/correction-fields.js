import { Refused } from './corrections-api.js';
import { el } from './dom.js';
import { problemWords, t } from './language.js';

export const input = (value, more = {}) => {
  const field = el('input', { attributes: { autocomplete: 'off', ...more } });
  field.value = value ?? '';
  return field;
};

export const note = (value) => {
  const field = el('textarea', { attributes: { rows: '2', maxlength: '500' } });
  field.value = value ?? '';
  return field;
};

// The choices are those of the page's filter.
const optionsOf = (filter) => [...document.querySelectorAll(`#${filter} option:not([value=""])`)];

/** What people call a value that the page's filter offers. */
export const nameOf = (filter, value) => optionsOf(filter).find((option) => option.value === value)?.textContent ?? value;

/** A choice of values with their words. */
export const choice = (options, chosen) => {
  const field = el('select', {}, ...options.map(([value, words]) => el('option', { text: words, attributes: { value } })));
  field.value = chosen;
  return field;
};

/** A choice of what the page's filter offers. */
export const select = (filter, chosen) => choice(optionsOf(filter).map((option) => [option.value, option.textContent]), chosen);

export function field(name, key, control) {
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

/** The values of fields as they are sent: blank ones as null. */
export const valuesOf = (fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, { control }]) => [name, control.value.trim() || null]));

/** A sentence with its number, or other words, marked. */
export function markedNumber({ sentence, number }) {
  if (!number) return [sentence];
  return [sentence.slice(0, number.start), el('mark', { text: sentence.slice(number.start, number.end) }), sentence.slice(number.end)];
}

/**
 * A dialog that corrects what a quote says. `send` returns null when no key was given; `onDone` is called once it is corrected.
 * Options: titleKey, aboutKey, quote (sentence, number), fields by their names on the wire, the first of which gets the focus.
 */
export function openSheet({ titleKey, aboutKey, quote, fields, send, onDone }) {
  const failure = el('p', { class: 'field-problem', attributes: { role: 'alert' } });
  const save = el('button', { class: 'primary-button', t: 'save', attributes: { type: 'submit' } });
  const cancel = el('button', { class: 'quiet-button', t: 'cancel', attributes: { type: 'button' }, on: { click: () => dialog.close() } });
  const form = el('form', { attributes: { novalidate: '' }, on: { submit } },
    el('h2', { t: titleKey, attributes: { id: 'correct-title' } }),
    el('blockquote', { class: 'quote', attributes: { lang: 'zh-CN' } }, ...markedNumber(quote)),
    el('p', { class: 'aside', t: aboutKey }),
    el('div', { class: 'field-grid' }, ...Object.values(fields).map((each) => each.element)),
    failure,
    el('div', { class: 'dialog-buttons' }, save, cancel));
  const dialog = el('dialog', { class: 'sheet', attributes: { 'aria-labelledby': 'correct-title' } }, form);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  Object.values(fields)[0].control.focus();

  async function submit(event) {
    event.preventDefault();
    clear();
    save.disabled = true;
    try {
      if (await send() === null) return;
      dialog.close();
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      tell(error.problem);
    } finally {
      save.disabled = false;
    }
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
