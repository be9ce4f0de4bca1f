// What the widget asks of the page or the machine it is on: to copy, open or save something. It
// does none of these itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/app_state.h"
#include "platform/host.h"
#include "ui/strings.h"

namespace saywhen {

enum class RequestKind : uint8_t {
  kCopy,         // text, and the same as HTML when that is not empty
  kCopyLink,     // the page's address with `text`, the view (app/view_link.h), as its hash
  kOpen,         // text: an http(s) address, in another tab
  kSaveText,     // text as a file of that name and type
  kSavePicture,  // `picture` as a file of that name
  kPrint,        // the quotes as a transcript
  kTextView,     // the host shows the quotes as text in the widget's place
  kShowOnPage,   // text: the id of a quote, shown where it stands in the article around the widget
};

struct Request {
  RequestKind kind = RequestKind::kCopy;
  std::string text = {};
  std::string html = {};
  std::string name = {};  // of a file
  std::string type = {};  // MIME
  SaveWhat picture = SaveWhat::kPng;
};

// What an action asks for; nothing when it is none of those, or there is nothing to copy or open.
std::optional<Request> RequestOf(const AppState& state, const Action& action, Locale* locale,
                                 const Strings& strings);

}  // namespace saywhen
