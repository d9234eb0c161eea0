import { Refused } from './corrections-api.js';
import { el } from './dom.js';
import { addWords, languageButton, problemWords, t, translatePage } from './language.js';

const saidKey = 'ledger-said';
const said = document.getElementById('said');

const say = (words) => { said.textContent = words; };

export const button = (key, onClick) =>
  el('button', { class: 'quiet-button', t: key, attributes: { type: 'button' }, on: { click: onClick } });

/** What the pages that staff correct on have in common; `corrections` as correctionsAt makes them. */
export function staffPage(corrections) {
  /** The rows are the server's: what changed is seen by asking it anew. */
  function reload(key) {
    sessionStorage.setItem(saidKey, key);
    location.reload();
  }

  async function takeBackAsked(id) {
    if (!confirm(t('takeBackAsk'))) return;
    await told(async () => {
      if (await corrections.takeBack(id) !== null) reload('takenBack');
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

  function offerList(lineOf) {
    const place = document.getElementById('correction-list');
    const show = button('showCorrections', () => told(async () => {
      const kept = await corrections.list();
      if (kept === null) return;
      place.replaceChildren(kept.corrections.length
        ? el('ol', {}, ...kept.corrections.map(lineOf))
        : el('p', { class: 'aside', t: 'noCorrections' }));
    }));
    place.append(show);
  }

  /** `words` are language files, later ones before earlier; `lineOf` makes a line of the list of a correction. */
  function start(titleKey, words, addButtons, lineOf) {
    words.forEach(addWords);
    translatePage(t(titleKey));
    // The page's Chinese is the server's.
    languageButton(document.getElementById('switch-language'), () => location.reload());
    if (document.querySelector('main').dataset.corrections === 'on') {
      addButtons();
      offerList(lineOf);
    }
    const kept = sessionStorage.getItem(saidKey);
    if (kept) {
      sessionStorage.removeItem(saidKey);
      say(t(kept));
    }
  }

  return { reload, takeBackAsked, start };
}
