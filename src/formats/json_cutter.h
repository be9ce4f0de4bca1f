// Where a JSON text can be cut that is still arriving, so that each piece is read when it is here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace saywhen {

// It looks at brackets, strings and commas only: what is wrong with the text is the parser's to
// find, which meets it before what was taken for something else after it.
class JsonCutter {
 public:
  // Goes on in the text. Returns how many of these bytes stand before the last place among them
  // where the text can be cut: behind a comma. 0: there is none.
  size_t Read(std::string_view bytes);

  // What opens again, in front of the next piece, all that is open at the last cut, so that what
  // is to come is what may come behind a comma: `{"":[0,`.
  std::string Opening() const;

 private:
  // What is open; one that is nested deeper is not cut there.
  static constexpr uint32_t kDeepest = 64;
  struct Nesting {
    uint32_t depth = 0;
    uint64_t objects = 0;  // a bit a level, from the outermost: it is an object, not an array
  };

  // The string's end, or that of the bytes.
  size_t PassString(std::string_view bytes, size_t from);

  Nesting here_;
  Nesting at_cut_;
  bool in_string_ = false;
  bool escaped_ = false;  // the next character of the string
};

}  // namespace saywhen
