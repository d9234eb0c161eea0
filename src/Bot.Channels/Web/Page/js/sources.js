import { el, marked } from './dom.js';
import { t } from './language.js';

const wide = matchMedia('(min-width: 1080px)');
let open = null;

/** Where a citation leads on this site. The quote is cut: an address has a length. */
export const reportLink = (citation) =>
  `reports/${encodeURIComponent(citation.report)}?quote=${encodeURIComponent(citation.quote.slice(0, 300))}#p${citation.paragraph}`;

/** A button that opens a citation's quote: beside the talk on a wide screen, in `place` on a narrow one. */
export function sourceButton(citation, place, options) {
  const button = el('button', {
    ...options,
    attributes: {
      type: 'button',
      'aria-expanded': 'false',
      'aria-label': t('sourceButton', citation),
      'data-t-label': 'sourceButton',
      'data-t-args': JSON.stringify({ number: citation.number, title: citation.title, paragraph: citation.paragraph }),
    },
  });
  button.addEventListener('click', () => (open?.button === button ? close() : show(citation, button, place)));
  return button;
}

/** Closes the open source, if any, and gives the focus back to the button that opened it. */
export function close({ keepFocus = false } = {}) {
  if (!open) return;
  const { button, panel } = open;
  open = null;
  panel.remove();
  button.setAttribute('aria-expanded', 'false');
  button.removeAttribute('aria-controls');
  if (!keepFocus) button.focus();
}

function show(citation, button, place) {
  close({ keepFocus: true });
  const panel = build(citation);
  (wide.matches ? document.getElementById('source-place') : place).append(panel);
  button.setAttribute('aria-expanded', 'true');
  button.setAttribute('aria-controls', panel.id);
  open = { button, panel };
  panel.focus({ preventScroll: true });
  panel.scrollIntoView({ block: 'nearest' });
}

function build(citation) {
  const title = el('h3', { t: 'source', args: { number: citation.number }, attributes: { id: 'source-title' } });
  const dismiss = el('button', { class: 'quiet-button', t: 'close', attributes: { type: 'button' }, on: { click: () => close() } });
  const place = [citation.region, citation.section].filter(Boolean).join(' › ');
  const rest = citation.text === citation.quote
    ? null
    : el('details', {}, el('summary', { t: 'wholeParagraph' }), el('p', { class: 'whole', attributes: { lang: 'zh-CN' } }, marked(citation.text, citation.quote)));
  return el('section', { class: 'source', attributes: { id: 'source-panel', tabindex: '-1', 'aria-labelledby': 'source-title' } },
    el('div', { class: 'source-head' }, title, dismiss),
    el('p', { class: 'source-report', text: citation.title, attributes: { lang: 'zh-CN' } }),
    el('p', { class: 'source-path' },
      place ? el('span', { text: place, attributes: { lang: 'zh-CN' } }) : null,
      el('span', { class: 'source-number', t: 'paragraph', args: { paragraph: citation.paragraph } })),
    el('blockquote', { class: 'quote', attributes: { lang: 'zh-CN' } }, el('p', { text: citation.quote })),
    rest,
    el('a', { class: 'report-link', t: 'inReport', attributes: { href: reportLink(citation) } }));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !open || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  close();
});
wide.addEventListener('change', () => close({ keepFocus: true }));
