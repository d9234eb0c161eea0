import { addWords, translatePage } from './language.js';
import { ledgerWords } from './words/ledger.js';

addWords(ledgerWords);
translatePage(document.title);

const button = document.getElementById('print');
button.hidden = false;
button.addEventListener('click', () => print());
