import { reportLink } from './sources.js';

/** The answer as plain text with its sources, for other people's documents. */
export function asText(question, answer, words) {
  const lines = answer.citations.map((citation) => {
    const section = citation.section ? `（${citation.section}）` : '';
    const address = new URL(reportLink(citation), document.baseURI).href.replace(/\?quote=[^#]*/, '');
    return `[${citation.number}] 《${citation.title}》${words.paragraph(citation.paragraph)}${section}：“${citation.quote}” ${address}`;
  });
  const sources = lines.length ? `\n\n${words.sources}\n${lines.join('\n')}` : '';
  return `${words.question}${question}\n${words.answer}${answer.text}${sources}`;
}
