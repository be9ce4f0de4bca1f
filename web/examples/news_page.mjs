// A news page as a newsroom's system would make it of a story: the article, and in its middle the widget,
// linked with it.

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** `story`: as its file has it, with one article at least; `src`: the file's address for the page. */
export function newsPage(story, src) {
  const [article] = story.articles;
  const paragraphs = article.text.split(/\n+/).map((text) => `<p>${escape(text)}</p>`);
  const middle = Math.ceil(paragraphs.length / 2);
  return `<!doctype html>
<html lang="${escape(article.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${escape(article.headline)}</title>
<link rel="stylesheet" href="examples.css">
<script type="module" src="../say-when.js"></script>
</head>
<body>
<article id="article">
<header><h1>${escape(article.headline)}</h1></header>
${paragraphs.slice(0, middle).join('\n')}
<say-when src="${escape(src)}" for="#article"></say-when>
${paragraphs.slice(middle).join('\n')}
</article>
</body>
</html>
`;
}
