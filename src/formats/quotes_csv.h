// Quotes as a table, for spreadsheets and statistics programs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/story_import.h"
#include "model/story.h"

namespace saywhen {

// RFC 4180 in UTF-8 without a byte order mark: a header, then a line a quote in the given order,
// each ended by CRLF. The columns:
//
//   id, article      ids
//   headline         of the article
//   published        of the article, EDTF
//   url              the quote's, else the article's
//   type             direct, indirect, mixed
//   text
//   language         the quote's, else the article's
//   speakers, roles  names and roles, as many of the one as of the other
//   said, said_basis EDTF; the article's publication, basis "published", when the quote has none
//   about            EDTF
//   prompt, place, tags, confidence (0 to 1), note
//
// Several things in a cell are separated by "; ". A cell that a spreadsheet would take for a
// formula (OWASP, CSV Injection: it begins with = + - @, a tab or a new line) gets an apostrophe
// before it; so do years before our era.
std::string WriteQuotesCsv(const Story& story, std::span<const Index> quotes);

// All quotes; what the columns do not hold is added to `losses` (may be null).
std::string WriteAllQuotesCsv(const Story& story, Diagnostics* losses);

// These columns in any order, all but the text optional; "quote", "speaker", "role" and "date"
// stand for text, speakers, roles and said. What all quotes of an article have in common of url and
// language is the article's.
void ReadQuotesCsv(std::string_view table, StoryImport* import);

}  // namespace saywhen
