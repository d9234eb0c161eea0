import { Composer } from './composer.js';
import { conversation } from './conversation.js';
import { current, switchLanguage, translatePage } from './language.js';
import { showReports } from './reports.js';
import { Thread } from './thread.js';

const at = (id) => document.getElementById(id);
const welcome = at('welcome');

let composer;

const thread = new Thread(at('thread'), {
  onStart: (question) => {
    welcome.hidden = true;
    composer?.take(question);
  },
  onBusy: (isBusy) => { composer.isBusy = isBusy; },
  onFailure: (question) => composer.restore(question),
});

composer = new Composer(at('composer'), {
  onAsk: (question) => thread.ask(question),
  onStop: () => thread.stop(),
});

at('new-conversation').addEventListener('click', () => {
  thread.clear();
  conversation.forget();
  welcome.hidden = false;
  composer.focus();
});

const languageButton = at('switch-language');
const nameLanguage = () => {
  const isEnglish = current() === 'en';
  languageButton.textContent = isEnglish ? '中文' : 'EN';
  languageButton.lang = isEnglish ? 'zh-CN' : 'en';
  languageButton.setAttribute('aria-label', isEnglish ? '切换到中文' : 'Switch to English');
};
languageButton.addEventListener('click', () => {
  switchLanguage();
  nameLanguage();
});

const drawer = at('reports-drawer');
at('show-reports').addEventListener('click', () => drawer.showModal());
drawer.addEventListener('click', (event) => {
  if (event.target === drawer) drawer.close();
});

translatePage();
nameLanguage();
thread.restore();
showReports((question) => thread.ask(question));
