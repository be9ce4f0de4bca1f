// Only its tokenizer: a tree is more than the text needs, and of hostile pages its work and memory
// grow with the square of their size.
#include "platform/native/html_tokens.h"

#include <lexbor/html/token_attr.h>
#include <lexbor/html/tokenizer.h>
#include <lexbor/tag/tag.h>

#include <string_view>
#include <vector>

namespace saywhen {
namespace {

std::string_view View(const lxb_char_t* text, size_t size) {
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text), size);
}

struct Listener {
  HtmlEvents* events;
  const lxb_char_t* first;
  std::vector<HtmlAttribute> attributes;  // kept for their memory
};

void OpenTag(lxb_html_token_t* token, std::string_view tag, Listener* listener) {
  listener->attributes.clear();
  for (lxb_html_token_attr_t* each = token->attr_first; each != nullptr; each = each->next) {
    size_t size = 0;
    const lxb_char_t* name = lxb_html_token_attr_name(each, &size);
    listener->attributes.push_back({View(name, size), View(each->value, each->value_size)});
  }
  // The token begins behind its "<".
  listener->events->Open(tag, listener->attributes,
                         static_cast<size_t>(token->begin - listener->first) - 1);
}

lxb_html_token_t* TokenDone(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                            void* context) {
  auto* listener = static_cast<Listener*>(context);
  if (token->tag_id == LXB_TAG__TEXT) {
    const auto size = static_cast<size_t>(token->text_end - token->text_start);
    listener->events->Text(View(token->text_start, size),
                           static_cast<size_t>(token->begin - listener->first));
    return token;
  }
  if (token->tag_id == LXB_TAG__END_OF_FILE || token->tag_id == LXB_TAG__EM_COMMENT ||
      token->tag_id == LXB_TAG__EM_DOCTYPE) {
    return token;
  }
  size_t size = 0;
  const lxb_char_t* name = lxb_tag_name_by_id(token->tag_id, &size);
  const std::string_view tag = View(name, size);
  if ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0) {
    listener->events->Close(tag);
    return token;
  }
  OpenTag(token, tag, listener);
  // What follows a <script> or <style> is no markup.
  lxb_html_tokenizer_set_state_by_tag(tokenizer, true, token->tag_id, LXB_NS_HTML);
  return token;
}

class LexborTokenizer final : public HtmlTokenizer {
 public:
  bool Tokenize(std::string_view html, HtmlEvents* events) const override {
    lxb_html_tokenizer_t* tokenizer = lxb_html_tokenizer_create();
    const auto* text = reinterpret_cast<const lxb_char_t*>(html.data());
    Listener listener{events, text, {}};
    const bool done = lxb_html_tokenizer_init(tokenizer) == LXB_STATUS_OK &&
                      lxb_html_tokenizer_tags_make(tokenizer, 128) == LXB_STATUS_OK &&
                      lxb_html_tokenizer_attrs_make(tokenizer, 128) == LXB_STATUS_OK &&
                      Run(tokenizer, text, html.size(), &listener);
    lxb_html_tokenizer_tags_destroy(tokenizer);
    lxb_html_tokenizer_attrs_destroy(tokenizer);
    lxb_html_tokenizer_destroy(tokenizer);
    return done;
  }

 private:
  static bool Run(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* text, size_t size,
                  Listener* listener) {
    lxb_html_tokenizer_callback_token_done_set(tokenizer, TokenDone, listener);
    return lxb_html_tokenizer_begin(tokenizer) == LXB_STATUS_OK &&
           lxb_html_tokenizer_chunk(tokenizer, text, size) == LXB_STATUS_OK &&
           lxb_html_tokenizer_end(tokenizer) == LXB_STATUS_OK;
  }
};

}  // namespace

const HtmlTokenizer& NativeHtmlTokenizer() {
  static const LexborTokenizer tokenizer;
  return tokenizer;
}

}  // namespace saywhen
