// The element's own words in the interface's languages.

import { ENGLISH, Words } from './words.js';

// In the order of ENGLISH.
const WORDS: Record<string, string[]> = {
  tr: ['Alıntılar yükleniyor…', 'Alıntılar yüklenemedi.', 'Zaman çizelgesi gösterilemedi. Alıntılar aşağıda.',
    'Yeniden dene', 'Zaman çizelgesini göster', 'Daha fazla göster'],
  de: ['Zitate werden geladen…', 'Die Zitate konnten nicht geladen werden.',
    'Die Zeitleiste konnte nicht gezeigt werden. Dies sind ihre Zitate.', 'Erneut versuchen',
    'Zeitleiste zeigen', 'Mehr zeigen'],
  fr: ['Chargement des citations…', 'Les citations n’ont pas pu être chargées.',
    'La frise n’a pas pu être affichée. Voici ses citations.', 'Réessayer', 'Afficher la frise', 'Afficher plus'],
  es: ['Cargando las citas…', 'No se han podido cargar las citas.',
    'No se ha podido mostrar la cronología. Estas son sus citas.', 'Reintentar', 'Mostrar la cronología',
    'Mostrar más'],
  uk: ['Завантаження цитат…', 'Не вдалося завантажити цитати.',
    'Не вдалося показати хронологію. Ось її цитати.', 'Спробувати ще раз', 'Показати хронологію', 'Показати ще'],
  ar: ['جارٍ تحميل الاقتباسات…', 'تعذّر تحميل الاقتباسات.', 'تعذّر عرض الخط الزمني. هذه اقتباساته.',
    'أعد المحاولة', 'اعرض الخط الزمني', 'اعرض المزيد'],
  zh: ['正在加载引语…', '引语未能加载。', '时间轴未能显示。以下是其中的引语。', '重试', '显示时间轴', '显示更多'],
};

export function wordsOf(language: string): Words {
  const texts = WORDS[language];
  if (!texts) return ENGLISH;
  return Object.fromEntries(Object.keys(ENGLISH).map((key, i) => [key, texts[i]])) as unknown as Words;
}
