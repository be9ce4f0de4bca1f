// What an editor mended in an extracted story: kept by the words of each quote, so that it stays while
// the article is typed on and extracted again.

import type { Quote, Speaker, Story } from './extract.js';

export interface Edit {
  speaker?: string; // a name
  type?: NonNullable<Quote['type']>;
  deleted?: boolean;
}

export interface Entry {
  key: string;
  quote: Quote; // as it was found
  edit: Edit;
}

const folded = (name: string): string => name.trim().toLowerCase();

/** Who is called so in the story. */
function speakerNamed(story: Story, name: string): Speaker | undefined {
  const wanted = folded(name);
  return story.speakers.find((each) => folded(each.name) === wanted)
    ?? story.speakers.find((each) => each.aliases?.some((alias) => folded(alias) === wanted));
}

export class Edits {
  private readonly edits = new Map<string, Edit>();

  clear(): void {
    this.edits.clear();
  }

  set(key: string, change: Edit): void {
    this.edits.set(key, { ...this.edits.get(key), ...change });
  }

  /** Every quote that was found, deleted ones too. */
  entries(story: Story): Entry[] {
    const seen = new Map<string, number>();
    return story.quotes.map((quote) => {
      const times = seen.get(quote.text) ?? 0;
      seen.set(quote.text, times + 1);
      const key = `${times} ${quote.text}`;
      return { key, quote, edit: this.edits.get(key) ?? {} };
    });
  }

  /** The story as it was mended. Whom an editor names is certain. */
  apply(found: Story): Story {
    if (this.edits.size === 0) return found;
    const story: Story = { ...found, speakers: [...found.speakers], quotes: [] };
    const deleted = new Set<string>();
    for (const { quote, edit } of this.entries(found)) {
      if (edit.deleted) deleted.add(quote.id);
      else story.quotes.push(this.mended(story, quote, edit));
    }
    for (const quote of story.quotes) if (quote.within && deleted.has(quote.within)) delete quote.within;
    const used = new Set(story.quotes.flatMap(({ speakers = [], mentions = [], addressees = [] }) =>
      [...speakers, ...mentions, ...addressees]));
    story.speakers = story.speakers.filter(({ id }) => used.has(id));
    return story;
  }

  private mended(story: Story, quote: Quote, edit: Edit): Quote {
    const mended = { ...quote };
    if (edit.type) mended.type = edit.type;
    if (edit.speaker === undefined) return mended;
    if (edit.speaker === '') return { ...mended, speakers: [] };
    let speaker = speakerNamed(story, edit.speaker);
    if (!speaker) {
      const ids = new Set(story.speakers.map(({ id }) => id));
      let number = 1;
      while (ids.has(`e${number}`)) ++number;
      speaker = { id: `e${number}`, name: edit.speaker };
      story.speakers.push(speaker);
    }
    return { ...mended, speakers: [speaker.id], confidence: 1 };
  }
}
