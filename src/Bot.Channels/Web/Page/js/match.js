import { addWords, isEnglish, languageButton, t, translatePage } from './language.js';
import { deviceMemory } from './match-memory.js';
import { ledgerWords } from './words/ledger.js';

const form = document.getElementById('match-form');
const said = document.getElementById('match-said');
const result = () => document.getElementById('match-result');
const isPageEnglish = () => document.querySelector('main').lang === 'en';

const fields = () => [...form.querySelectorAll('input:not([type="hidden"]), select, textarea')].filter((field) => field.name);
const toldOf = (field) => (field.type === 'checkbox' ? field.checked : field.value.trim() !== '');
const entries = (submitter) => {
  const data = new URLSearchParams(new FormData(form));
  if (submitter?.name) data.append(submitter.name, submitter.value);
  return data;
};

let running = null;

/** Asks for the page anew with what the form says, and takes its list. A request under way is given up: it asked for less. */
function update({ submitter = null, isAsked = false } = {}) {
  running?.abort();
  // Its response is a document without scripts: the page's own policy lets no text become markup otherwise.
  const request = new XMLHttpRequest();
  running = request;
  request.open('POST', form.action);
  request.responseType = 'document';
  request.setRequestHeader('Accept', 'text/html');
  request.addEventListener('load', () => show(request.response, submitter !== null, isAsked));
  request.addEventListener('error', () => say(t('failed')));
  result().setAttribute('aria-busy', 'true');
  request.send(entries(submitter));
}

function say(words) {
  result().removeAttribute('aria-busy');
  document.getElementById('match-count').textContent = words;
  said.textContent = words;
}

function show(page, isFactChanged, isAsked) {
  const fresh = page?.getElementById('match-result');
  if (!fresh) {
    say(page?.querySelector('main p')?.textContent ?? t('failed'));
    return;
  }
  const hadFocus = result().contains(document.activeElement);
  const isOpen = result().querySelector('details')?.open;
  result().replaceWith(document.adoptNode(fresh));
  if (isOpen) result().querySelector('details')?.setAttribute('open', '');
  // On a phone the list stands below the form: who presses the button is led there.
  if (isAsked) document.getElementById('match-count').focus();
  else if (hadFocus) document.getElementById('match-count').focus({ preventScroll: true });
  said.textContent = document.getElementById('match-count').textContent;
  tellProblems(page);
  if (isFactChanged) takeFields(page);
  memory.keep();
}

/** What could not be read, beside its field. */
function tellProblems(page) {
  for (const place of form.querySelectorAll('.field-problem')) {
    const words = page.getElementById(place.id)?.textContent ?? '';
    const field = form.querySelector(`[name="${place.dataset.field}"]`);
    place.textContent = words;
    if (!field) continue;
    for (const [name, value] of [['aria-invalid', 'true'], ['aria-describedby', place.id]]) {
      if (words) field.setAttribute(name, value);
      else field.removeAttribute(name);
    }
  }
}

/** A fact that was struck empties its field, and the server knows which that is. */
function takeFields(page) {
  const sent = [...page.getElementById('match-form').elements];
  for (const field of fields()) {
    const same = sent.find((each) => each.name === field.name && each.type === field.type && (field.type !== 'checkbox' || each.value === field.value));
    if (field.type === 'checkbox') field.checked = same?.checked ?? false;
    else field.value = same?.value ?? '';
  }
  for (const kept of form.querySelectorAll('input[data-kept]')) {
    if (!sent.some((each) => each.name === kept.name && each.value === kept.value)) kept.remove();
  }
}

function hidden(name, value, place) {
  const input = document.createElement('input');
  Object.assign(input, { type: 'hidden', name, value });
  place.append(input);
  return input;
}

/** Fills the form from what a device remembers. What has no field today, such as a year gone by, goes along unseen. */
function fill(told) {
  for (const [name, value] of told) {
    const same = fields().filter((field) => field.name === name);
    const box = same.find((field) => field.type === 'checkbox' && field.value === value);
    const list = same.find((field) => field.tagName === 'SELECT' && [...field.options].some((option) => option.value === value));
    const text = same.find((field) => field.tagName === 'TEXTAREA' || field.type === 'text');
    if (name === 'without') hidden(name, value, result()).setAttribute('form', form.id);
    else if (box) box.checked = true;
    else if (list) list.value = value;
    else if (text) text.value = value;
    else hidden(name, value, form).dataset.kept = '';
  }
}

const memory = deviceMemory(() => [...entries()].filter(([name, value]) => name !== 'language' && value !== ''));

/** The page's words are the server's: in the other language they are asked for anew, with what was filled in. */
function switchLanguage() {
  form.querySelector('[name="language"]').value = isEnglish() ? 'en' : 'zh';
  if (fields().some(toldOf)) form.submit();
  else location.replace(isEnglish() ? 'match?language=en' : 'match');
}

addWords(ledgerWords);
translatePage(document.title);
languageButton(document.getElementById('switch-language'), switchLanguage);

if (isEnglish() !== isPageEnglish()) {
  switchLanguage();
} else {
  const kept = memory.start();
  if (kept && !fields().some(toldOf)) {
    fill(kept);
    memory.sayUsed();
    update();
  }
  form.addEventListener('change', (event) => {
    if (event.target.name) update();
  });
  form.addEventListener('submit', (event) => {
    // To print and to download are the browser's business.
    if (event.submitter?.name === 'as') return;
    event.preventDefault();
    update(event.submitter?.name ? { submitter: event.submitter } : { isAsked: true });
  });
}
