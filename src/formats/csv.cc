#include "formats/csv.h"

#include <algorithm>
#include <utility>

#include "formats/http_url.h"
#include "model/identity.h"

namespace saywhen {
namespace {

char SeparatorOf(std::string_view table) {
  const std::string_view line = table.substr(0, table.find_first_of("\r\n"));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char separator : {',', ';', '\t'}) {
    const std::ptrdiff_t count = std::count(line.begin(), line.end(), separator);
    if (count > most) best = separator;
    most = std::max(most, count);
  }
  return best;
}

}  // namespace

CsvReader::CsvReader(std::string_view table) : table_(table), separator_(SeparatorOf(table)) {}

CsvCell CsvReader::Cell() {
  CsvCell cell;
  cell.byte = at_;
  const char ends[] = {separator_, '\r', '\n', '\0'};
  if (at_ < table_.size() && table_[at_] == '"') {
    ++at_;
    for (;;) {
      const size_t mark = table_.find('"', at_);
      cell.text.append(table_.substr(at_, mark - at_));
      if (mark == std::string_view::npos) {
        at_ = table_.size();
        unclosed_ = true;
        return cell;
      }
      at_ = mark + 1;
      if (at_ >= table_.size() || table_[at_] != '"') break;
      cell.text.push_back('"');
      ++at_;
    }
  }
  // Of a cell that is not quoted, all of it; else what stands behind the mark by mistake.
  const size_t end = std::min(table_.find_first_of(ends, at_, 3), table_.size());
  cell.text.append(table_.substr(at_, end - at_));
  at_ = end;
  return cell;
}

bool CsvReader::Next(std::vector<CsvCell>* row) {
  while (at_ < table_.size()) {
    row->clear();
    unclosed_ = false;
    bool any = false;
    for (;;) {
      row->push_back(Cell());
      any = any || !Trimmed(row->back().text).empty();
      if (at_ >= table_.size() || table_[at_] != separator_) break;
      ++at_;
    }
    if (at_ < table_.size() && table_[at_] == '\r') ++at_;
    if (at_ < table_.size() && table_[at_] == '\n') ++at_;
    if (any) return true;
  }
  return false;
}

CsvTable::CsvTable(std::string_view table, StoryImport* import) : reader_(table), import_(*import) {
  std::vector<CsvCell> header;
  reader_.Next(&header);
  for (const CsvCell& cell : header) {
    names_.emplace_back(Trimmed(cell.text));
    header_.push_back(CaseFolded(names_.back()));
  }
}

bool CsvTable::Next() {
  DropRest();
  row_.clear();
  if (!reader_.Next(&row_)) return false;
  asked_.assign(row_.size(), false);
  if (reader_.unclosed()) {
    import_.reporter().Report(Severity::kError, "bad-csv",
                              "the quotation mark of a cell is not closed; the cell is all that "
                              "follows",
                              "", row_.back().byte);
  }
  return true;
}

void CsvTable::DropRest() {
  for (size_t i = 0; i < row_.size(); ++i) {
    if (asked_[i] || Trimmed(row_[i].text).empty()) continue;
    const bool named = i < names_.size() && !names_[i].empty();
    import_.Drop(named ? "the column " + Shown(names_[i]) : "a column without a name",
                 row_[i].byte);
  }
}

size_t CsvTable::ColumnOf(std::string_view name) const {
  const std::string folded = CaseFolded(name);
  const auto found = std::find(header_.begin(), header_.end(), folded);
  const auto column = static_cast<size_t>(found - header_.begin());
  return column < std::min(header_.size(), row_.size()) ? column : kNoColumn;
}

std::string_view CsvTable::operator[](std::string_view column) {
  const size_t index = ColumnOf(column);
  if (index == kNoColumn) return {};
  asked_[index] = true;
  return Trimmed(row_[index].text);
}

size_t CsvTable::byte(std::string_view column) const {
  const size_t index = ColumnOf(column);
  return index == kNoColumn ? byte() : row_[index].byte;
}

std::string CsvTable::Url(std::string_view column) {
  const std::string_view url = (*this)[column];
  if (url.empty() || IsHttpUrl(url)) return std::string(url);
  import_.reporter().Report(Severity::kError, "bad-url",
                            "expected an http or https address, found " + Shown(url), "",
                            byte(column));
  return {};
}

std::optional<TimeInterval> CsvTable::Date(std::string_view column) {
  return import_.Date((*this)[column], byte(column));
}

}  // namespace saywhen
