// Tables of text: RFC 4180 as spreadsheets write it, and a little worse.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "formats/story_import.h"

namespace saywhen {

struct CsvCell {
  std::string text;
  size_t byte = 0;  // where it begins in the table
};

// Row by row. Cells are parted by commas, semicolons or tabs, whichever the first line has most of;
// rows end with a line feed, a carriage return or both; cells in quotation marks may hold all of
// these, and the mark itself twice.
class CsvReader {
 public:
  // `table`: valid UTF-8, kept.
  explicit CsvReader(std::string_view table);

  // False at the end. Rows without any text are passed over.
  bool Next(std::vector<CsvCell>* row);
  // Set when the last row ended within quotation marks.
  bool unclosed() const { return unclosed_; }

 private:
  CsvCell Cell();

  std::string_view table_;
  char separator_ = ',';
  size_t at_ = 0;
  bool unclosed_ = false;
};

// A table with a header: its cells by the name of their column, letter case and blanks aside. What
// is in columns that nobody asks for is dropped by name; a row that is longer than the header
// likewise.
class CsvTable {
 public:
  CsvTable(std::string_view table, StoryImport* import);

  // False at the end.
  bool Next();

  // Of this row, without white space at both ends; empty where there is no such column.
  std::string_view operator[](std::string_view column);
  // Where that cell is, else the row.
  size_t byte(std::string_view column) const;
  size_t byte() const { return row_.empty() ? 0 : row_.front().byte; }

  // http or https; another text is reported.
  std::string Url(std::string_view column);
  std::optional<TimeInterval> Date(std::string_view column);

 private:
  static constexpr size_t kNoColumn = SIZE_MAX;

  size_t ColumnOf(std::string_view name) const;
  void DropRest();

  CsvReader reader_;
  StoryImport& import_;
  std::vector<std::string> header_;  // folded
  std::vector<std::string> names_;   // as they stand
  std::vector<CsvCell> row_;
  std::vector<bool> asked_;  // columns of this row
};

}  // namespace saywhen
