import { vote } from './api.js';
import { el, icon } from './dom.js';
import { t } from './language.js';
import { asText } from './plaintext.js';

const up = 'M7 11v9M7 11l4-7c1.6 0 2.4 1 2.2 2.6L12.8 10H18a2 2 0 0 1 2 2.4l-1.3 6A2 2 0 0 1 16.8 20H7M7 11H4v9h3';
const down = 'M7 13V4M7 13l4 7c1.6 0 2.4-1 2.2-2.6L12.8 14H18a2 2 0 0 0 2-2.4l-1.3-6A2 2 0 0 0 16.8 4H7M7 13H4V4h3';
const sheets = 'M9 9h10v11H9zM15 9V4H5v11h4';

/** The row below an answer: how it was made, thumbs, copy. */
export function actions(question, answer) {
  const said = el('span', { class: 'said', attributes: { role: 'status' } });
  const say = (key) => { said.dataset.t = key; said.textContent = t(key); };
  const comment = commentForm(answer, say);
  const thumbs = [thumb('up', 'helpful', up), thumb('down', 'unhelpful', down)];

  function thumb(direction, key, path) {
    const button = iconButton(key, path);
    button.classList.add('thumb');
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', async () => {
      const isStored = await vote(answer.id, direction, null);
      say(isStored ? 'thanks' : 'notRecorded');
      if (!isStored) return;
      thumbs.forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
      comment.hidden = direction !== 'down';
      comment.scrollIntoView({ block: 'nearest' });
    });
    return button;
  }

  const copy = iconButton('copy', sheets);
  copy.addEventListener('click', async () => say(await copyText(plain(question, answer)) ? 'copied' : 'notCopied'));
  return el('footer', { class: 'answer-foot' },
    el('p', { class: 'made' },
      // A refusal is made of no report's words.
      ...(answer.outcome === 'refused' ? [] : [el('span', { t: answer.mode }), ' · ']),
      el('span', { t: 'elapsed', args: { ms: answer.elapsedMs < 10 ? answer.elapsedMs : Math.round(answer.elapsedMs) } })),
    el('div', { class: 'buttons' }, said, ...thumbs, copy),
    comment);
}

function iconButton(key, path) {
  return el('button', { class: 'icon-button', attributes: { type: 'button' } }, icon(path), el('span', { t: key }));
}

function commentForm(answer, say) {
  const field = el('textarea', { attributes: { rows: '2', maxlength: '1000' } });
  const form = el('form', { class: 'comment', attributes: { hidden: '' } },
    el('label', {}, el('span', { t: 'commentLabel' }), field),
    el('button', { class: 'quiet-button', t: 'commentSend', attributes: { type: 'submit' } }));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const isStored = await vote(answer.id, 'down', field.value.trim() || null);
    say(isStored ? 'thanks' : 'notRecorded');
    form.hidden = isStored;
  });
  return form;
}

const plain = (question, answer) => asText(question, answer, {
  question: t('question'),
  answer: t('answer'),
  sources: t('sources'),
  paragraph: (paragraph) => t('paragraph', { paragraph }),
});

/** The clipboard is closed to pages that came over plain http; selecting and copying is not. */
async function copyText(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  const area = el('textarea', { class: 'unseen', attributes: { readonly: '' } });
  area.value = text;
  document.body.append(area);
  const focused = document.activeElement;
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  focused?.focus();
  return isCopied;
}
