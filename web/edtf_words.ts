// A time of a story in words, for the playground: what extraction writes, not all of EDTF.

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const PARTS: Record<string, string> = {
  21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter', 33: 'first quarter of', 34: 'second quarter of',
  35: 'third quarter of', 36: 'fourth quarter of', 40: 'first half of', 41: 'second half of',
};

function dateInWords(edtf: string): string {
  const [, date = '', mark] = /^(.*?)([?~%]?)$/.exec(edtf)!;
  const [, year = '', part] = /^(\d{4})-(\d\d)$/.exec(date) ?? [];
  let words = date;
  if (/^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))) words = day.format(new Date(date));
  else if (part && PARTS[part]) words = `${PARTS[part]} ${year}`;
  else if (part && Number(part) <= 12) words = month.format(new Date(`${date}-01`));
  else if (/^\d{3}X$/.test(date)) words = `the ${date.replace('X', '0s')}`;
  else if (/^\d{4}-\d\d-\d\dT/.test(date)) words = `${dateInWords(date.slice(0, 10))}, ${date.slice(11, 16)}`;
  return mark ? `about ${words}` : words;
}

export function edtfInWords(edtf: string): string {
  const [begin = '', end] = edtf.split('/');
  if (end === undefined) return dateInWords(begin);
  if (/^(\.\.)?$/.test(end)) return `from ${dateInWords(begin)} on`;
  if (/^(\.\.)?$/.test(begin)) return `until ${dateInWords(end)}`;
  return `${dateInWords(begin)} to ${dateInWords(end)}`;
}
