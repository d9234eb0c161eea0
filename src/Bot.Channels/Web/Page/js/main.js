import { Composer } from './composer.js';
import { conversation } from './conversation.js';
import { languageButton, translatePage } from './language.js';
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

const drawer = at('reports-drawer');
at('show-reports').addEventListener('click', () => drawer.showModal());
drawer.addEventListener('click', (event) => {
  if (event.target === drawer) drawer.close();
});

translatePage();
languageButton(at('switch-language'), () => translatePage());
thread.restore();
showReports((question) => thread.ask(question));
