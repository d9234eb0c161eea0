import { adminKey, forgetKey } from './admin-key.js';
import { problemWords } from './language.js';

/** A request that was refused: `problem` is the server's (RFC 9457); null when none was reached. */
export class Refused extends Error {
  constructor(problem) {
    super(problem?.title ?? 'unreachable');
    this.problem = problem;
  }
}

/** The corrections kept at an address. Each call resolves to null when no key was given, and throws Refused. */
export const correctionsAt = (address) => ({
  list: () => send('GET', address),
  correct: (body) => send('POST', address, body),
  takeBack: (id) => send('DELETE', `${address}/${encodeURIComponent(id)}`),
});

async function send(method, url, body, wrong = null) {
  const key = await adminKey(wrong);
  if (!key) return null;
  const response = await fetch(url, {
    method,
    headers: { Authorization: `Bearer ${key}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  }).catch(() => {
    throw new Refused(null);
  });
  if (response.ok) return response.status === 204 ? true : response.json();
  const problem = await response.json().catch(() => null);
  if (response.status !== 401) throw new Refused(problem);
  forgetKey();
  return send(method, url, body, problemWords(problem));
}
