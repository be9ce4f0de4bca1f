// The language of the interface: the element's own, its page's, or the reader's, of those there are.

// The tables in src/ui/strings; English is in the module.
const LANGUAGES = ['en', 'tr', 'de', 'fr', 'es', 'uk', 'ar', 'zh'];

const primary = (tag: string) => tag.split('-', 1)[0]!.toLowerCase();

export interface Language {
  name: string; // primary subtag
  locale: string; // for Intl
}

export function languageOf(element: HTMLElement): Language {
  const near = element.closest<HTMLElement>('[lang]')?.lang ?? '';
  const wanted = [near, ...navigator.languages].filter(Boolean);
  const tag = wanted.find((each) => LANGUAGES.includes(primary(each))) ?? 'en';
  const name = primary(tag);
  // The reader's own variety of that language, else the page's; plain English is British.
  const variety = navigator.languages.find((each) => primary(each) === name && each.includes('-'));
  return { name, locale: variety ?? (tag === 'en' ? 'en-GB' : tag) };
}

// The table's texts, one a line; empty for English and where it cannot be had.
export async function loadStrings(language: Language): Promise<string> {
  if (language.name === 'en') return '';
  try {
    const url = new URL(`strings/${language.name}.txt`, import.meta.url);
    const response = await fetch(url, { credentials: 'omit' });
    return response.ok ? await response.text() : '';
  } catch {
    return '';
  }
}
