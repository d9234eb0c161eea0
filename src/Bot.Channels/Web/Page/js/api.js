/** A question that could not be answered: `problem` is the server's (RFC 9457), or { key } of the page's own words. */
export class AskError extends Error {
  constructor(problem, retryAfter = null) {
    super(problem.detail ?? problem.key);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  static async from(response) {
    const problem = await response.json().catch(() => ({ key: 'unreachable' }));
    return new AskError(problem, Number(response.headers.get('Retry-After')) || null);
  }
}

const json = { 'Content-Type': 'application/json' };

/** Yields { name: 'piece', data: { text } } and at last { name: 'answer', data }. Throws AskError, or AbortError when stopped. */
export async function* ask(question, conversation, signal) {
  const response = await fetch('api/ask', {
    method: 'POST',
    headers: { ...json, Accept: 'text/event-stream' },
    body: JSON.stringify({ question, conversation }),
    signal,
  }).catch((cause) => {
    throw signal.aborted ? cause : new AskError({ key: 'unreachable' });
  });
  if (!response.ok) throw await AskError.from(response);

  for await (const event of events(response.body, signal)) {
    if (event.name === 'error') throw new AskError(event.data);
    yield event;
    if (event.name === 'answer') return;
  }
  throw new AskError({ key: 'interrupted' });
}

async function* events(body, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read().catch((cause) => {
      throw signal.aborted ? cause : new AskError({ key: 'interrupted' });
    });
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) yield parse(block);
  }
}

function parse(block) {
  const lines = block.split('\n');
  const field = (name) => lines.find((line) => line.startsWith(name + ': '))?.slice(name.length + 2);
  return { name: field('event'), data: JSON.parse(field('data')) };
}

/** True when the vote was stored. */
export async function vote(answer, direction, comment) {
  const body = JSON.stringify({ answer, vote: direction, comment });
  return fetch('api/feedback', { method: 'POST', headers: json, body }).then((response) => response.ok, () => false);
}

async function read(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

export const reports = () => read('api/reports');
export const examples = () => read('api/examples');

/** { status, done, total, problems }; a server still reading, or without its index, answers 503 with the same shape. */
export const readiness = () => fetch('readyz').then((response) => response.json());
