// HTML's tokens for the formats module: a tokenizer by a library, since a page with Trusted Types has
// none of the browser's. Comes only with a story that holds markup.

import { Parser } from 'htmlparser2';

export interface HtmlListener {
  open(tag: string, attributes: Record<string, string>, at: number): void;
  close(tag: string): void;
  text(text: string, at: number): void;
}

/** `at`: where the tag or text begins, UTF-16 units. */
export function tokenizeHtml(html: string, listener: HtmlListener): void {
  const parser = new Parser({
    onopentag: (tag, attributes) => listener.open(tag, attributes, parser.startIndex),
    onclosetag: (tag) => listener.close(tag),
    ontext: (text) => listener.text(text, parser.startIndex),
  });
  parser.end(html);
}
