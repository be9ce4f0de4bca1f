// HTML as a series of tags and texts. Who tokenises differs: a library natively, another in the
// page; what the tags mean is html_text.h's.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace saywhen {

struct HtmlAttribute {
  std::string_view name;  // in lower case
  std::string_view value;
};

class HtmlEvents {
 public:
  // `tag` is in lower case; `byte` is where the tag or text begins in the HTML.
  virtual void Open(std::string_view tag, std::span<const HtmlAttribute> attributes,
                    size_t byte) = 0;
  virtual void Close(std::string_view tag) = 0;
  // With character references resolved; of a script or style as it stands.
  virtual void Text(std::string_view text, size_t byte) = 0;

 protected:
  ~HtmlEvents() = default;
};

class HtmlTokenizer {
 public:
  virtual ~HtmlTokenizer() = default;
  // `html`: valid UTF-8. In its order, without those tags that HTML lets out: a Close may lack. The
  // tokens are those of the HTML standard, section 13.2.5; false when memory ends.
  virtual bool Tokenize(std::string_view html, HtmlEvents* events) const = 0;
};

}  // namespace saywhen
