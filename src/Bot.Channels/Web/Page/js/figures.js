import { markedNumber, nameOf, openCorrection } from './correction-form.js';
import { list, Refused, takeBack } from './corrections-api.js';
import { el } from './dom.js';
import { addWords, languageButton, problemWords, t, translatePage } from './language.js';
import { ledgerWords } from './words/ledger.js';

const saidKey = 'ledger-said';
const said = document.getElementById('said');

const say = (words) => { said.textContent = words; };

/** The rows are the server's: what changed is seen by asking it anew. */
function reload(key) {
  sessionStorage.setItem(saidKey, key);
  location.reload();
}

async function takeBackAsked(id) {
  if (!confirm(t('takeBackAsk'))) return;
  await told(async () => {
    if (await takeBack(id) !== null) reload('takenBack');
  });
}

async function told(action) {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    say(error.problem ? problemWords(error.problem) : t('failed'));
    said.scrollIntoView({ block: 'nearest' });
  }
}

const button = (key, onClick) =>
  el('button', { class: 'quiet-button', t: key, attributes: { type: 'button' }, on: { click: onClick } });

function addButtons() {
  for (const row of document.querySelectorAll('[data-figure]')) {
    const figure = JSON.parse(row.dataset.figure);
    // A number that may not be shown can't be pointed at either.
    if (!figure.number) continue;
    row.querySelector('.source-of').append(
      button('correct', () => openCorrection(figure, () => reload('corrected'))),
      figure.correction ? button('takeBack', () => takeBackAsked(figure.correction.id)) : '');
  }
}

function correctionLine(correction) {
  const { meaning } = correction;
  const about = [
    meaning.region, meaning.indicator, meaning.period, `${meaning.value}${meaning.unit}`,
    nameOf('status', meaning.status), nameOf('aspect', meaning.aspect), meaning.base, meaning.usable ? null : t('notUsable'),
  ];
  return el('li', { class: correction.applied ? 'correction' : 'correction is-idle' },
    el('p', { class: 'sentence', attributes: { lang: 'zh-CN' } }, ...markedNumber(correction)),
    el('p', { class: 'meaning', text: about.filter(Boolean).join('，') }),
    correction.note ? el('p', { class: 'aside', text: correction.note }) : null,
    el('p', { class: 'aside' },
      el('time', { text: new Date(correction.at).toLocaleString(), attributes: { datetime: correction.at } }), ' · ',
      el('span', { t: correction.applied ? 'applied' : 'notApplied' })),
    button('takeBack', () => takeBackAsked(correction.id)));
}

function offerList() {
  const place = document.getElementById('correction-list');
  const show = button('showCorrections', () => told(async () => {
    const kept = await list();
    if (kept === null) return;
    place.replaceChildren(kept.corrections.length
      ? el('ol', {}, ...kept.corrections.map(correctionLine))
      : el('p', { class: 'aside', t: 'noCorrections' }));
  }));
  place.append(show);
}

addWords(ledgerWords);
translatePage(t('ledgerTitle'));
// The page's Chinese is the server's.
languageButton(document.getElementById('switch-language'), () => location.reload());
if (document.querySelector('main').dataset.corrections === 'on') {
  addButtons();
  offerList();
}
const kept = sessionStorage.getItem(saidKey);
if (kept) {
  sessionStorage.removeItem(saidKey);
  say(t(kept));
}
