#include "explore/fold.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace saywhen {
namespace {

struct Range {
  uint16_t first;
  uint16_t last;
};

template <size_t size>
bool IsIn(const Range (&ranges)[size], char32_t c) {
  const Range* after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                        [](char32_t value, Range r) { return value < r.first; });
  return after != std::begin(ranges) && c <= (after - 1)->last;
}

// Combining accents, vowel signs of Hebrew and Arabic, and what is invisible.
constexpr Range kDropped[] = {
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0591, 0x05BD}, {0x05BF, 0x05BF}, {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x0610, 0x061A}, {0x061C, 0x061C}, {0x0640, 0x0640},
    {0x064B, 0x065F}, {0x0670, 0x0670}, {0x06D6, 0x06DC}, {0x06DF, 0x06E4}, {0x06E7, 0x06E8},
    {0x06EA, 0x06ED}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
};

// Beyond ASCII: punctuation, symbols and blanks.
constexpr Range kBetweenWords[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00B4}, {0x00B6, 0x00B9}, {0x00BB, 0x00BF}, {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x02C2, 0x02DF}, {0x037E, 0x037E}, {0x0387, 0x0387}, {0x055A, 0x055F},
    {0x0589, 0x058A}, {0x05BE, 0x05BE}, {0x05C0, 0x05C0}, {0x05C3, 0x05C6}, {0x05F3, 0x05F4},
    {0x0600, 0x060F}, {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x06DD, 0x06DE},
    {0x06E9, 0x06E9}, {0x0964, 0x0965}, {0x0E3F, 0x0E3F}, {0x0E4F, 0x0E4F}, {0x0E5A, 0x0E5B},
    {0x0F04, 0x0F14}, {0x104A, 0x104F}, {0x10FB, 0x10FB}, {0x1361, 0x1368}, {0x1680, 0x1680},
    {0x17D4, 0x17DB}, {0x1800, 0x180A}, {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF},
    {0x2E00, 0x2E7F}, {0x2FF0, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0x303D, 0x303F},
    {0x30FB, 0x30FB}, {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFE10, 0xFE6F}, {0xFF5F, 0xFF65},
    {0xFFE0, 0xFFFF},
};

// Thai to Burmese, Jamo, Khmer, and from the radicals to the last Hangul.
constexpr Range kWordEach[] = {
    {0x0E00, 0x0FFF}, {0x1000, 0x109F}, {0x1100, 0x11FF}, {0x1780, 0x17FF}, {0x19E0, 0x19FF},
    {0x2E80, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xF900, 0xFAFF}, {0xFF66, 0xFFDC},
};

// The base letter of each code point from kFirst; a capital stands for one of kPairs, a full stop
// for a letter that stays itself. Made from the Unicode Character Database's decompositions and
// names ("LATIN SMALL LETTER O WITH STROKE").
constexpr char32_t kFirstLatin = 0x00C0;
constexpr std::string_view kLatin =
    "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTyaaaaaaccccccccdd"
    "ddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssss"
    "ssttttttuuuuuuuuuuuuwwyyyzzzzzzsbbbb..occdddd.eeeffgg.iikkl..nnooo..ppr....ttttu"
    "uuvyyzzz.......w....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooozzjDDDgg.wnnaaAAoo"
    "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..accltsz..b..eejj.qrryy"
    ".a.bocdd.e.e....g..g..h.ii.lll...mnn........rrr.r.s.....t.uv....zzz..........j..";
constexpr char32_t kFirstMoreLatin = 0x1E00;
constexpr std::string_view kMoreLatin =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooo"
    "oooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssS."
    "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu"
    "uuyyyyyyyyllvvyy";
constexpr std::string_view kPairs = "AaeDdzIijLljNnjOoeSssTth";

// Greek, 0x0386 to 0x03CE without the plain letters: what follows each in the pair.
constexpr char16_t kTonos[] =
    u"\u0386\u03B1\u0388\u03B5\u0389\u03B7\u038A\u03B9\u038C\u03BF\u038E\u03C5\u038F\u03C9"
    u"\u0390\u03B9\u03AA\u03B9\u03AB\u03C5\u03AC\u03B1\u03AD\u03B5\u03AE\u03B7\u03AF\u03B9"
    u"\u03B0\u03C5\u03C2\u03C3\u03CA\u03B9\u03CB\u03C5\u03CC\u03BF\u03CD\u03C5\u03CE\u03C9";
// Polytonic Greek: the base letter of each 16 of 0x1F00; 0x1F70 has its own.
constexpr char16_t kPolytonic[] =
    u"\u03B1\u03B5\u03B7\u03B9\u03BF\u03C5\u03C9\u03C9\u03B1\u03B7\u03C9\u03B1\u03B7\u03B9\u03C5"
    u"\u03C9";
// Arabic letters that are written for one another, in pairs.
constexpr char16_t kArabic[] =
    u"\u0622\u0627\u0623\u0627\u0625\u0627\u0629\u0647\u0649\u064A\u0671\u0627\u06A9\u0643"
    u"\u06C0\u0647\u06C1\u0647\u06C2\u0647\u06CC\u064A\u06D5\u0647";
// Quotation marks, apostrophes and dashes.
constexpr char16_t kMarks[] =
    u"\u2010-\u2011-\u2012-\u2013-\u2014-\u2015-\u2212-"
    u"\u00AB\"\u00BB\"\u2018'\u2019'\u201A'\u201B'\u201C\"\u201D\"\u201E\"\u201F\"\u2032'\u2039'"
    u"\u203A'\u02BC'";

template <size_t size>
char32_t Second(const char16_t (&pairs)[size], char32_t first) {
  for (size_t i = 0; i + 1 < size; i += 2) {
    if (static_cast<char32_t>(pairs[i]) == first) return pairs[i + 1];
  }
  return first;
}

bool IsLanguage(std::string_view language, char first, char second) {
  return language.size() >= 2 && (language[0] | 0x20) == first && (language[1] | 0x20) == second &&
         (language.size() == 2 || language[2] == '-' || language[2] == '_');
}

struct Rules {
  bool dotless_i = false;
  bool russian = false;
};

// Cyrillic and its neighbours, Greek to Georgian: one letter for one letter.
char32_t FoldLetter(char32_t c, Rules rules) {
  if (c < 0x0400) {
    if (c < 0x0370) return Second(kMarks, c);
    const char32_t plain = Second(kTonos, c);
    const bool capital = plain >= 0x0391 && plain <= 0x03A9 && plain != 0x03A2;
    return capital ? plain + 0x20 : plain;
  }
  if (c < 0x0530) {
    if (c < 0x0410) c += 0x50;
    if (c < 0x0430) c += 0x20;
    if (c == 0x0451 && rules.russian) return 0x0435;
    if (c == 0x04C0) return 0x04CF;
    if (c >= 0x04C1 && c <= 0x04CE) return c + (c & 1);
    const bool paired = (c >= 0x0460 && c <= 0x0481) || c >= 0x048A;
    return paired && c != 0x04CF ? c | 1 : c;
  }
  if (c < 0x0600) return c >= 0x0531 && c <= 0x0556 ? c + 0x30 : c;
  if (c < 0x0700) {
    if (c >= 0x0660 && c <= 0x0669) return c - 0x0660 + '0';
    if (c >= 0x06F0 && c <= 0x06F9) return c - 0x06F0 + '0';
    return Second(kArabic, c);
  }
  if (c >= 0x1C90 && c <= 0x1CBF) return c - 0x0BC0;
  if (c >= 0x1F70 && c <= 0x1F7D) return kPolytonic[(c - 0x1F70) / 2];
  if (c >= 0x1F00 && c <= 0x1FFF) return kPolytonic[(c >> 4) & 15];
  return Second(kMarks, c);
}

void AppendFolded(char32_t c, Rules rules, std::string* out) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
  if (c == 0x3000) c = ' ';
  if (c < 0x80) {
    if (c == 'I' && rules.dotless_i) {
      AppendCodePoint(out, 0x0131);
    } else {
      out->push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
    }
    return;
  }
  if (c >= 0xE0000) return;  // tags and variants
  // Most of what has no case at all.
  if (c >= 0x2E80 && c < 0xFE00) return AppendCodePoint(out, c);
  if (IsIn(kDropped, c)) return;
  if (c == 0x2026) {
    out->append("...");
    return;
  }
  char base = '.';
  if (c >= kFirstLatin && c - kFirstLatin < kLatin.size()) {
    base = kLatin[c - kFirstLatin];
    if (c == 0x0131 && rules.dotless_i) base = '.';
  } else if (c >= kFirstMoreLatin && c - kFirstMoreLatin < kMoreLatin.size()) {
    base = kMoreLatin[c - kFirstMoreLatin];
  } else {
    return AppendCodePoint(out, FoldLetter(c, rules));
  }
  if (base == '.') {
    AppendCodePoint(out, c);
  } else if (base < 'a') {
    out->append(kPairs.substr(kPairs.find(base) + 1, 2));
  } else {
    out->push_back(base);
  }
}

bool IsBetweenWords(char32_t c) {
  if (c < 0x80) return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  // Beyond the first plane only pictures are no words.
  return c > 0xFFFF ? c >= 0x1F000 && c < 0x20000 : IsIn(kBetweenWords, c);
}

}  // namespace

bool TellsDotlessI(std::string_view language) {
  return IsLanguage(language, 't', 'r') || IsLanguage(language, 'a', 'z');
}

void Fold(std::string_view utf8, std::string_view language, FoldedText* folded) {
  const Rules rules = {TellsDotlessI(language), IsLanguage(language, 'r', 'u')};
  folded->text.clear();
  folded->origins.clear();
  folded->text.reserve(utf8.size());
  folded->origins.reserve(utf8.size() + 1);
  for (size_t byte = 0; byte < utf8.size();) {
    const CodePoint point = DecodeCodePoint(utf8, byte);
    AppendFolded(point.value, rules, &folded->text);
    folded->origins.resize(folded->text.size(), static_cast<uint32_t>(byte));
    byte += point.size;
  }
  folded->origins.push_back(static_cast<uint32_t>(utf8.size()));
}

bool NextWord(std::string_view folded, TextSpan* word) {
  word->begin = word->end;
  while (word->end < folded.size()) {
    const CodePoint point = DecodeCodePoint(folded, word->end);
    const bool between = IsBetweenWords(point.value);
    const bool each = !between && (point.value >= 0x20000 || IsIn(kWordEach, point.value));
    if (!word->empty() && (between || each || word->size() + point.size > kLongestWord)) break;
    word->end += point.size;
    if (between) word->begin = word->end;
    if (each) break;
  }
  return !word->empty();
}

std::string FoldedWords(std::string_view utf8, std::string_view language) {
  FoldedText folded;
  Fold(utf8, language, &folded);
  std::string words;
  for (TextSpan word; NextWord(folded.text, &word);) {
    words.append(folded.text, word.begin, word.size());
    words.push_back(' ');
  }
  return words;
}

}  // namespace saywhen
