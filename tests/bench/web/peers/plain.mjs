// Plain semantic HTML: what a page can do without any tool, and the least that anything can cost.

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const figureOf = ({ id, text, speaker, date }) =>
  `<figure data-quote="${id}"><blockquote>“${escaped(text)}”</blockquote>` +
  `<figcaption>${escaped(speaker.name)}, <time datetime="${date}">${date}</time></figcaption></figure>\n`;

export const plain = {
  name: 'Plain HTML',
  files: ({ quotes }, page) => ({ '/index.html': page({ body: quotes.map(figureOf).join('') }) }),
  conditions: {
    readable: () => document.querySelector('blockquote')?.getBoundingClientRect().height > 0,
    shown: (count) => document.querySelectorAll('blockquote').length === count && document.readyState === 'complete',
  },
  // A reader scrolls it.
  wheel: { at: 'body', steps: Array(60).fill({ down: 100 }) },
};
