#include "model/edtf.h"

#include <algorithm>
#include <utility>

#include "model/edtf_parser.h"

namespace saywhen {
namespace edtf {
namespace {

// Two years beyond the range of CivilMs are the same instant, and in no order.
bool EndsBefore(const Span& end, const Span& start) {
  const bool beyond = start.earliest == kDistantPast || start.earliest == kDistantFuture;
  return end.latest < start.earliest || (end.latest == start.earliest && !beyond);
}

}  // namespace

bool Parser::ParseEndpoint(Span* span, Boundary* boundary) {
  if (AtEnd() || Peek() == '/') {
    *boundary = Boundary::kUnknown;
    return true;
  }
  if (PeekRange()) {
    *boundary = Boundary::kOpen;
    Copy(2);
    return true;
  }
  *boundary = Boundary::kKnown;
  return ParseDate(span);
}

bool Parser::ParseSet(char closing) {
  Copy(1);
  Span all;
  bool open_end = false;
  const auto add = [&](const Span& span) {
    all.earliest = std::min(all.earliest, span.earliest);
    all.latest = std::max(all.latest, span.latest);
    all.precision = std::max(all.precision, span.precision);
  };
  for (bool first = true;; first = false) {
    while (Peek() == ' ') ++at_;
    const bool open_start = first && PeekRange();
    if (open_start) {
      value_.start = Boundary::kOpen;
      Copy(2);
    }
    Span member;
    if (!ParseDate(&member)) return false;
    add(member);
    if (PeekRange()) {
      if (open_start) return Fail("a range has one open side");
      Copy(2);
      open_end = Peek() == closing;
      if (!open_end) {
        Span until;
        if (!ParseDate(&until)) return false;
        if (EndsBefore(until, member)) return Fail("a range ends before it begins");
        add(until);
      }
    }
    while (Peek() == ' ') ++at_;
    if (Peek() != ',' || open_end) break;
    Copy(1);
  }
  if (Peek() != closing) return Fail("a set is closed by the bracket that opened it");
  Copy(1);
  if (open_end) value_.end = Boundary::kOpen;
  value_.earliest = value_.start == Boundary::kOpen ? kDistantPast : all.earliest;
  value_.latest = open_end ? kDistantFuture : all.latest;
  value_.precision = all.precision;
  return true;
}

bool Parser::Parse() {
  value_.edtf = std::string(text_);
  if (text_.empty()) return Fail("the date is empty");
  if (Peek() == '{' || Peek() == '[') {
    if (!ParseSet(Peek() == '{' ? '}' : ']')) return false;
    return AtEnd() || Fail("nothing follows a set");
  }
  Span start;
  Span end;
  if (!ParseEndpoint(&start, &value_.start)) return false;
  if (Peek() != '/') {
    if (!AtEnd()) return Fail("this character has no place in a date");
    if (value_.start != Boundary::kKnown) return Fail("an open end stands in an interval");
    value_.earliest = start.earliest;
    value_.latest = start.latest;
    value_.precision = start.precision;
    return true;
  }
  Copy(1);
  value_.is_interval = true;
  const size_t end_at = at_;
  if (!ParseEndpoint(&end, &value_.end)) return false;
  if (!AtEnd()) return Fail("this character has no place in a date");
  const bool starts = value_.start == Boundary::kKnown;
  const bool ends = value_.end == Boundary::kKnown;
  if (value_.start == Boundary::kUnknown && value_.end == Boundary::kUnknown) {
    return Fail("an interval has at least one end");
  }
  if (starts && ends && EndsBefore(end, start)) {
    at_ = end_at;
    return Fail("the interval ends before it begins");
  }
  value_.earliest = starts ? start.earliest : kDistantPast;
  value_.latest = ends ? end.latest : kDistantFuture;
  value_.precision = std::max(start.precision, end.precision);
  return true;
}

}  // namespace edtf

Result<TimeInterval> ParseEdtf(std::string_view text) {
  edtf::Parser parser(text);
  if (!parser.Parse()) return parser.error();
  return std::move(parser.value());
}

// Of a value that was parsed; the other kind is written in edtf_print.cc.
std::string CanonicalEdtf(std::string_view text) {
  edtf::Parser parser(text);
  return parser.Parse() ? std::move(parser.canonical()) : std::string();
}

}  // namespace saywhen
