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

// A value in an address's query (RFC 3986: all but the unreserved is percent-encoded).
std::string QueryValue(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string value;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool plain = letter || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    if (plain) {
      value += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      value.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return value;
}

// Of a frame until it tells its own height, CSS pixels.
constexpr int kFrameWidth = 680;
constexpr int kFrameHeight = 800;

}  // namespace

std::string WriteOembed(const Story& story, const SnippetOptions& options,
                        const std::string& frame) {
  std::string address = frame + "?src=" + QueryValue(options.src);
  if (!options.language.empty()) address += "&lang=" + QueryValue(options.language);
  JsonWriter json(2);
  json.BeginObject().Key("version").String("1.0").Key("type").String("rich");
  if (!story.title.empty()) json.Key("title").String(story.title);
  if (story.articles.size() == 1 && !story.articles[0].publisher.name.empty()) {
    json.Key("provider_name").String(story.articles[0].publisher.name);
    if (!story.articles[0].publisher.url.empty()) {
      json.Key("provider_url").String(story.articles[0].publisher.url);
    }
  }
  json.Key("html").String("<iframe" + Attribute("src", address) + Attribute("title", story.title) +
                          " width=\"100%\" height=\"" + std::to_string(kFrameHeight) +
                          "\" sandbox=\"allow-scripts allow-popups\" loading=\"lazy\"></iframe>");
  json.Key("width").Int(kFrameWidth).Key("height").Int(kFrameHeight).EndObject();
  return std::move(json).Take() + "\n";
}

std::string WriteSnippet(const AppState& state, const SnippetOptions& options, Locale* locale,
                         const Strings& strings) {
  std::string html =
      "<say-when" + Attribute("src", options.src) + Attribute("lang", options.language) + ">\n";
  for (const TranscriptQuote& quote : TranscriptOf(state, 0, kQuotesAtOnce, locale, strings))
    html += Figure(quote);
  if (options.src.empty()) {
    html += "<script type=\"application/json\">\n" + ScriptSafe(WriteStory(state.story)) +
            "</script>\n";
  }
  html += "</say-when>\n<script type=\"application/ld+json\">\n" +
          WriteSchemaOrg(state.story, SchemaOrgUse::kPage, nullptr) + "</script>\n";
  return html + "<script type=\"module\"" + Attribute("src", options.script) + "></script>\n";
}

}  // namespace saywhen
