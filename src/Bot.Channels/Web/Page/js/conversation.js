const idKey = 'conversation';
const turnsKey = 'turns';
const keptTurns = 30;

/** The conversation of this tab: its id for the server, its turns so that coming back from a report finds them. */
export const conversation = {
  get id() {
    let id = sessionStorage.getItem(idKey);
    if (!id) {
      // Not randomUUID: that one is closed to pages that came over plain http.
      id = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      sessionStorage.setItem(idKey, id);
    }
    return id;
  },

  get turns() {
    try {
      return JSON.parse(sessionStorage.getItem(turnsKey)) ?? [];
    } catch {
      return [];
    }
  },

  keep(question, answer) {
    try {
      sessionStorage.setItem(turnsKey, JSON.stringify([...this.turns, { question, answer }].slice(-keptTurns)));
    } catch {
      // A full store loses the turns on leaving the page, nothing else.
    }
  },

  forget() {
    sessionStorage.removeItem(idKey);
    sessionStorage.removeItem(turnsKey);
  },
};
