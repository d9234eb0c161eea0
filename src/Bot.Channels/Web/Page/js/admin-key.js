import { el } from './dom.js';

const kept = 'admin-key';

/** The key of whoever may correct, asked once a tab; null when the question is closed. `problem` says why it is asked again. */
export async function adminKey(problem = null) {
  return sessionStorage.getItem(kept) ?? ask(problem);
}

export const forgetKey = () => sessionStorage.removeItem(kept);

function ask(problem) {
  const field = el('input', { attributes: { id: 'admin-key', type: 'password', required: '', autocomplete: 'off', spellcheck: 'false' } });
  const cancel = el('button', { class: 'quiet-button', t: 'cancel', attributes: { type: 'button' }, on: { click: () => dialog.close() } });
  const form = el('form', { attributes: { method: 'dialog' } },
    el('h2', { t: 'keyTitle', attributes: { id: 'key-title' } }),
    problem ? el('p', { class: 'field-problem', text: problem, attributes: { role: 'alert' } }) : null,
    el('div', { class: 'field' }, el('label', { t: 'keyField', attributes: { for: 'admin-key' } }), field, el('p', { class: 'aside', t: 'keyAbout' })),
    el('div', { class: 'dialog-buttons' }, el('button', { class: 'primary-button', t: 'keyEnter', attributes: { value: 'ok' } }), cancel));
  const dialog = el('dialog', { class: 'sheet', attributes: { 'aria-labelledby': 'key-title' } }, form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    const key = dialog.returnValue === 'ok' ? field.value.trim() : '';
    if (key) sessionStorage.setItem(kept, key);
    dialog.remove();
    resolve(key || null);
  }));
}
