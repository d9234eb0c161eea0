import { actions } from './actions.js';
import { chartFigure } from './chart.js';
import { el } from './dom.js';
import { render } from './markdown.js';
import { sourceButton } from './sources.js';

/** One answer on the page: text while it streams, then text with its sources, sums and buttons. */
export class AnswerView {
  #text = '';
  #pending = false;
  #isDone = false;

  constructor(question, askNext) {
    this.question = question;
    this.askNext = askNext;
    this.words = el('div', { class: 'words', attributes: { 'aria-live': 'polite', 'aria-busy': 'true' } },
      el('p', { class: 'thinking', t: 'thinking' }));
    this.element = el('article', { class: 'answer' }, this.words);
  }

  add(piece) {
    this.#text += piece;
    if (this.#pending) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.#pending = false;
      if (!this.#isDone) this.#write(this.#text, (number) => el('span', { class: 'cite is-pending', text: number }));
    });
  }

  finish(answer) {
    this.#isDone = true;
    const place = el('div', { class: 'source-inline' });
    const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation]));
    const corrected = new Set(answer.figures?.filter((figure) => figure.corrected).map((figure) => figure.citation));
    const isRefused = answer.outcome === 'refused';
    this.element.classList.toggle('is-refused', isRefused);
    if (isRefused) this.element.prepend(el('p', { class: 'label', t: 'refused' }));
    this.#write(answer.text, (number) =>
      byNumber.has(number) ? marker(byNumber.get(number), place, corrected.has(number)) : null);
    this.element.append(
      answer.chart ? chartFigure(answer.chart, (number) => byNumber.get(number), place, this.words.querySelector('table')) : '',
      place,
      computed(answer),
      sources(answer, place, isRefused, corrected),
      actions(this.question, answer),
      this.#followUps(answer));
  }

  /** Nothing came before it was stopped: says so. What came is kept. */
  stop() {
    this.#isDone = true;
    if (!this.#text) this.words.replaceChildren();
    this.words.setAttribute('aria-busy', 'false');
    this.element.append(el('p', { class: 'aside', t: 'stopped' }));
  }

  #write(text, marker) {
    this.words.replaceChildren(render(text, marker));
    this.words.setAttribute('aria-busy', String(!this.#isDone));
  }

  #followUps(answer) {
    if (!answer.followUps?.length) return '';
    const chip = (question) => el('li', {}, el('button', {
      class: 'chip', text: question, attributes: { type: 'button' }, on: { click: () => this.askNext(question) },
    }));
    return el('div', { class: 'follow-ups' }, el('h3', { t: 'followUps' }), el('ul', {}, ...answer.followUps.map(chip)));
  }
}

function computed(answer) {
  if (!answer.computations?.length) return '';
  return el('div', { class: 'computed' },
    el('h3', { t: 'computed' }),
    el('ul', {}, ...answer.computations.map(({ expression }) => el('li', { text: expression }))));
}

function marker(citation, place, isCorrected) {
  const button = sourceButton(citation, place, { class: 'cite', text: citation.number });
  if (!isCorrected) return button;
  const both = document.createDocumentFragment();
  both.append(button, correctedTag());
  return both;
}

const correctedTag = () => el('span', { class: 'corrected-tag', t: 'correctedTag' });

function sources(answer, place, isRefused, corrected) {
  if (!answer.citations.length) return '';
  const line = (citation) => el('li', {},
    sourceButton(citation, place, { class: 'source-line' }),
    el('p', { class: 'print-quote', text: `“${citation.quote}”` }));
  const list = el('ol', {}, ...answer.citations.map(line));
  list.querySelectorAll('button').forEach((button, index) => button.append(...summary(answer.citations[index], corrected)));
  return el('div', { class: 'sources' }, el('h3', { t: isRefused ? 'nearest' : 'sources' }), list);
}

const summary = (citation, corrected) => [
  el('span', { class: 'cite', text: citation.number, attributes: { 'aria-hidden': 'true' } }),
  el('span', { class: 'source-name', attributes: { lang: 'zh-CN' } },
    citation.title,
    citation.section ? el('span', { class: 'source-section', text: citation.section }) : null),
  corrected.has(citation.number) ? correctedTag() : '',
  el('span', { class: 'source-where', t: 'paragraph', args: { paragraph: citation.paragraph } }),
];
