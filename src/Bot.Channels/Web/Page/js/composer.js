import { t } from './language.js';

const longest = 1000;
const shownFrom = 800;

/** The box one types in. Enter sends, Shift+Enter starts a line; an input method's Enter only picks its word. */
export class Composer {
  #isBusy = false;

  constructor(form, { onAsk, onStop }) {
    this.form = form;
    this.field = form.querySelector('textarea');
    this.button = form.querySelector('button[type=submit]');
    this.length = form.querySelector('#length');
    this.on = { ask: onAsk, stop: onStop };
    form.addEventListener('submit', (event) => this.#submit(event));
    this.field.addEventListener('input', () => this.#fit());
    this.field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      if (!this.#isBusy) form.requestSubmit();
    });
  }

  set isBusy(value) {
    this.#isBusy = value;
    this.button.dataset.t = value ? 'stop' : 'send';
    this.button.textContent = t(this.button.dataset.t);
    this.button.classList.toggle('is-stop', value);
  }

  /** Puts back a question that could not be asked, unless something else is being typed already. */
  restore(question) {
    if (!this.field.value) this.field.value = question;
    this.#fit();
  }

  /** Empties the box when the question in it is the one just asked again. */
  take(question) {
    if (this.field.value.trim() !== question) return;
    this.field.value = '';
    this.#fit();
  }

  focus() {
    this.field.focus();
  }

  #submit(event) {
    event.preventDefault();
    if (this.#isBusy) {
      this.on.stop();
      return;
    }
    const question = this.field.value.trim();
    if (!question) {
      this.focus();
      return;
    }
    this.field.value = '';
    this.#fit();
    this.on.ask(question);
  }

  #fit() {
    this.field.style.height = 'auto';
    this.field.style.height = `${Math.min(this.field.scrollHeight, 200)}px`;
    const length = this.field.value.trim().length;
    this.length.hidden = length < shownFrom;
    this.length.textContent = t('length', { length });
    this.length.classList.toggle('is-over', length > longest);
  }
}
