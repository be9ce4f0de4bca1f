#include "ui/snippet.h"

#include <string_view>

#include "base/json_writer.h"
#include "formats/html_date.h"
#include "formats/schema_org.h"
#include "formats/story_json.h"
#include "ui/transcript.h"

namespace saywhen {
namespace {

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\r':  // which a parser would read as a line feed
        escaped += "&#13;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

// ` name="value"`, or nothing for an empty value.
std::string Attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + Escaped(value) + "\"";
}

// As web/light_quotes.ts builds it, to the node.
std::string Figure(const TranscriptQuote& quote) {
  std::string html = "<figure" + Attribute("data-quote", quote.id) + "><blockquote" +
                     Attribute("lang", quote.language) + " dir=\"auto\"" +
                     Attribute("cite", quote.cite) + ">" + Escaped(quote.text) +
                     "</blockquote><figcaption>";
  for (size_t i = 0; i < quote.speakers.size(); ++i) {
    if (i > 0) html += ", ";
    html += "<bdi>" + Escaped(quote.speakers[i]) + "</bdi>";
  }
  if (!quote.when.empty()) {
    html += ", <time";
    if (IsHtmlDate(quote.said)) html += Attribute("datetime", quote.said);
    html += ">" + Escaped(quote.when) + "</time>";
  }
  return html + "</figcaption></figure>\n";
}

}  // namespace

std::string WriteSnippet(const AppState& state, const SnippetOptions& options, Locale* locale,
                         const Strings& strings) {
  std::string html =
      "<say-when" + Attribute("src", options.src) + Attribute("lang", options.language) + ">\n";
  for (const TranscriptQuote& quote : TranscriptOf(state, 0, locale, strings))
    html += Figure(quote);
  if (options.src.empty()) {
    html += "<script type=\"application/json\">\n" + ScriptSafe(WriteStory(state.story)) +
            "</script>\n";
  }
  html += "</say-when>\n<script type=\"application/ld+json\">\n" + WriteSchemaOrg(state.story) +
          "</script>\n";
  return html + "<script type=\"module\"" + Attribute("src", options.script) + "></script>\n";
}

}  // namespace saywhen
