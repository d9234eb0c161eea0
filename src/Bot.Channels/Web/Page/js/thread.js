import { AnswerView } from './answer.js';
import { ask } from './api.js';
import { conversation } from './conversation.js';
import { el } from './dom.js';
import { problemWords, t } from './language.js';
import { close } from './sources.js';

/** The talk: questions, answers, and what went wrong, in order. */
export class Thread {
  #running = null;

  constructor(element, { onBusy, onFailure, onStart }) {
    this.element = element;
    this.on = { busy: onBusy, failure: onFailure, start: onStart };
  }

  restore() {
    for (const { question, answer } of conversation.turns) this.#open(question).finish(answer);
  }

  clear() {
    this.stop();
    close({ keepFocus: true });
    this.element.replaceChildren();
  }

  stop() {
    this.#running?.abort();
    this.#running = null;
  }

  async ask(question) {
    this.stop();
    const running = (this.#running = new AbortController());
    close({ keepFocus: true });
    const view = this.#open(question);
    view.turn.scrollIntoView({ block: 'start' });
    this.on.busy(true);
    try {
      for await (const { name, data } of ask(question, conversation.id, running.signal)) {
        if (name === 'piece') view.add(data.text);
        if (name === 'answer') this.#finish(question, view, data);
      }
    } catch (error) {
      if (running.signal.aborted) view.stop();
      else this.#fail(question, view, error);
    } finally {
      if (this.#running === running || this.#running === null) {
        this.#running = null;
        this.on.busy(false);
      }
    }
  }

  #open(question) {
    this.on.start(question);
    const view = new AnswerView(question, (next) => this.ask(next));
    view.turn = el('section', { class: 'turn' },
      el('div', { class: 'question' }, el('span', { class: 'who', t: 'you', attributes: { 'aria-hidden': 'true' } }), el('h2', { text: question })),
      view.element);
    this.element.append(view.turn);
    return view;
  }

  #finish(question, view, answer) {
    view.finish(answer);
    conversation.keep(question, answer);
    document.getElementById('status').textContent = t('answered');
  }

  #fail(question, view, error) {
    const problem = error.problem ?? { key: 'interrupted' };
    const words = problem.key ? { t: problem.key } : { text: problemWords(problem) };
    const retry = el('button', { class: 'quiet-button', t: 'retry', attributes: { type: 'button' } });
    retry.addEventListener('click', () => {
      view.turn.remove();
      this.ask(question);
    });
    const wait = error.retryAfter ? el('span', { t: 'wait', args: { seconds: error.retryAfter } }) : null;
    view.element.replaceWith(el('div', { class: 'problem', attributes: { role: 'alert' } }, el('p', {}, el('span', words), wait), retry));
    this.on.failure(question);
  }
}
