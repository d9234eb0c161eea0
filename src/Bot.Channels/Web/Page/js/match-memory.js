const kept = 'match-profile';

/** What a device remembers of an enterprise when its user says so; the server knows nothing of it. `told` gives pairs of name and value. */
export function deviceMemory(told) {
  const box = document.getElementById('remember');
  const forget = document.getElementById('forget');
  const said = document.getElementById('memory-said');

  const read = () => {
    try {
      const pairs = JSON.parse(localStorage.getItem(kept));
      return Array.isArray(pairs) ? pairs.filter((pair) => Array.isArray(pair) && pair.every((part) => typeof part === 'string')) : null;
    } catch {
      return null;
    }
  };

  function remove() {
    localStorage.removeItem(kept);
    box.checked = false;
    forget.hidden = true;
    said.textContent = said.dataset.forgotten;
  }

  function keep() {
    if (!box.checked) return;
    localStorage.setItem(kept, JSON.stringify(told()));
    forget.hidden = false;
  }

  return {
    keep,
    sayUsed: () => { said.textContent = said.dataset.used; },
    /** Shows the choice, and gives what is remembered; null when nothing is. */
    start() {
      const pairs = read();
      document.getElementById('match-memory').hidden = false;
      box.checked = pairs !== null;
      forget.hidden = pairs === null;
      box.addEventListener('change', () => {
        if (!box.checked) {
          remove();
          return;
        }
        keep();
        said.textContent = said.dataset.kept;
      });
      forget.addEventListener('click', remove);
      return pairs;
    },
  };
}
