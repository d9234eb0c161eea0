import { en } from './words/en.js';
import { zh } from './words/zh.js';

const words = { zh, en };

/** Words of a page of its own beside the talk's. */
export function addWords(more) {
  for (const name of Object.keys(words)) words[name] = { ...words[name], ...more[name] };
}

let language = localStorage.getItem('language') === 'en' ? 'en' : 'zh';

export const isEnglish = () => language === 'en';

/** The words for a key with {names} filled in; undefined for an unknown key. */
export function t(key, args = {}) {
  return words[language][key]?.replace(/\{(\w+)\}/g, (_, name) => args[name] ?? '');
}

/** Words of a server's problem: its own are Chinese, English ones are known by its type. */
export const problemWords = (problem) =>
  (language === 'en' && words.en[problem.type]) || problem.detail || problem.title;

/**
 * Puts the words of the current language into one element that asks for them. Words that the server wrote and no file here
 * has stay as they are.
 */
export function translate(element) {
  const { t: key, tLabel, tPlaceholder, tArgs } = element.dataset;
  const args = tArgs ? JSON.parse(tArgs) : {};
  if (key) element.textContent = t(key, args) ?? element.textContent;
  if (tLabel) element.setAttribute('aria-label', t(tLabel, args) ?? element.getAttribute('aria-label'));
  if (tPlaceholder) element.setAttribute('placeholder', t(tPlaceholder, args));
}

/** The title, when no words are given, is the talk's. */
export function translatePage(title = t('name')) {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  document.title = title;
  document.querySelectorAll('[data-t], [data-t-label], [data-t-placeholder]').forEach(translate);
}

/** Makes a button switch between the languages. `onSwitch` puts the words in. */
export function languageButton(button, onSwitch) {
  const name = () => {
    const isEnglish = language === 'en';
    button.textContent = isEnglish ? '中文' : 'EN';
    button.lang = isEnglish ? 'zh-CN' : 'en';
    button.setAttribute('aria-label', isEnglish ? '切换到中文' : 'Switch to English');
  };
  button.addEventListener('click', () => {
    language = language === 'en' ? 'zh' : 'en';
    localStorage.setItem('language', language);
    name();
    onSwitch();
  });
  name();
  button.hidden = false;
}
