#include "formats/html_article.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "formats/html_furniture.h"
#include "formats/html_quotes.h"
#include "formats/http_url.h"
#include "formats/loose_date.h"
#include "formats/passage_search.h"
#include "formats/schema_org.h"

namespace saywhen {
namespace {

std::string_view ValueOf(std::span<const HtmlAttribute> attributes, std::string_view name) {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

// A MIME type, in any letter case and with parameters.
bool IsJsonLd(std::string_view type) {
  std::string name(Trimmed(type.substr(0, type.find(';'))));
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return name == "application/ld+json";
}

struct Script {
  std::string text;
  size_t byte = 0;
};

struct Metadata {
  std::string name;  // or property
  std::string content;
  size_t byte = 0;
  bool asked = false;
};

// Takes the page apart: scripts of data, metadata, and three texts of which one is the article's.
class Page final : public HtmlEvents {
 public:
  void Open(std::string_view tag, std::span<const HtmlAttribute> attributes, size_t byte) override {
    if (tag == "html") language = ValueOf(attributes, "lang");
    if (tag == "meta") Meta(attributes, byte);
    if (tag == "link" && ValueOf(attributes, "rel") == "canonical") {
      canonical = ValueOf(attributes, "href");
    }
    if (tag == "script") in_data_ = IsJsonLd(ValueOf(attributes, "type"));
    if (tag == "script" && in_data_) scripts.emplace_back();
    if (tag == "title" && title.empty()) in_title_ = true;
    if (tag == "body") in_body_ = true;
    if (tag == "time" && first_time.empty()) first_time = ValueOf(attributes, "datetime");
    if (tag == "article" && articles_++ == 0 && article_.empty()) in_article_ = true;
    if (tag == "main") in_main_ = true;
    Each([&](HtmlTextBuilder& text) { text.Open(tag, attributes, byte); });
  }

  void Close(std::string_view tag) override {
    if (tag == "script") in_data_ = false;
    if (tag == "title") in_title_ = false;
    Each([&](HtmlTextBuilder& text) { text.Close(tag); });
    if (tag == "article" && articles_ > 0 && --articles_ == 0) in_article_ = false;
    if (tag == "main") in_main_ = false;
  }

  void Text(std::string_view text, size_t byte) override {
    if (in_data_) {
      Script& script = scripts.back();
      if (script.text.empty()) script.byte = byte;
      script.text.append(text);
    }
    if (in_title_) return void(title.append(text));
    Each([&](HtmlTextBuilder& each) { each.Text(text, byte); });
  }

  HtmlText TakeText() {
    if (!article_.empty()) return WithoutFurniture(std::move(article_).Take());
    return WithoutFurniture(std::move(main_.empty() ? body_ : main_).Take());
  }

  std::string title;
  std::string language;
  std::string canonical;
  std::string first_time;
  std::vector<Metadata> meta;
  std::vector<Script> scripts;

 private:
  void Meta(std::span<const HtmlAttribute> attributes, size_t byte) {
    std::string_view name = ValueOf(attributes, "property");
    if (name.empty()) name = ValueOf(attributes, "name");
    if (name.empty()) name = ValueOf(attributes, "itemprop");
    const std::string_view content = ValueOf(attributes, "content");
    if (!name.empty() && !content.empty()) {
      meta.push_back({std::string(name), std::string(content), byte});
    }
  }

  template <typename Do>
  void Each(Do run) {
    if (in_article_) run(article_);
    if (in_main_) run(main_);
    if (in_body_ || !in_title_) run(body_);
  }

  HtmlTextBuilder article_{true};
  HtmlTextBuilder main_{true};
  HtmlTextBuilder body_{true};
  size_t articles_ = 0;  // open
  bool in_article_ = false;
  bool in_main_ = false;
  bool in_body_ = false;
  bool in_title_ = false;
  bool in_data_ = false;
};

// The first of the first of these names that is there.
std::string MetaOf(Page& page, std::initializer_list<std::string_view> names) {
  std::string found;
  for (const std::string_view name : names) {
    const auto first = std::find_if(page.meta.begin(), page.meta.end(),
                                    [&](const Metadata& each) { return each.name == name; });
    if (first == page.meta.end()) continue;
    first->asked = true;
    if (found.empty()) found = first->content;
  }
  return found;
}

void FillFromPage(Page& page, Article* article) {
  const auto fill = [](std::string* field, std::string value) {
    if (field->empty()) *field = std::move(value);
  };
  const auto date = [](std::optional<TimeInterval>* field, const std::string& text) {
    if (!*field && !text.empty()) *field = ReadLooseDate(text);
  };
  fill(&article->headline, MetaOf(page, {"og:title", "twitter:title", "headline"}));
  fill(&article->headline, std::string(Trimmed(page.title)));
  std::string url = MetaOf(page, {"og:url", "twitter:url"});
  if (!page.canonical.empty()) url = page.canonical;
  if (IsHttpUrl(url)) fill(&article->url, url);
  fill(&article->language, page.language);
  fill(&article->publisher.name, MetaOf(page, {"og:site_name", "application-name"}));
  date(&article->published,
       MetaOf(page, {"article:published_time", "datePublished", "date", "pubdate", "dc.date",
                     "DC.date.issued", "parsely-pub-date"}));
  date(&article->published, page.first_time);
  date(&article->modified,
       MetaOf(page, {"article:modified_time", "dateModified", "og:updated_time"}));
  const std::string author = MetaOf(page, {"author", "article:author", "parsely-author"});
  if (!article->authors.empty()) return;
  if (!author.empty() && !IsHttpUrl(author)) article->authors.push_back({author, {}});
}

void ReadScripts(const Page& page, StoryImport* import) {
  std::deque<JsonTree> trees;  // values refer to them
  std::vector<JsonValue> roots;
  for (const Script& script : page.scripts) {
    if (Trimmed(script.text).empty()) continue;
    Result<JsonTree> tree = JsonTree::Parse(script.text, &import->reporter(), {}, script.byte);
    if (tree.ok()) {
      trees.push_back(std::move(tree).value());
      roots.push_back(trees.back().root());
    } else {
      import->reporter().Report(tree.error());
    }
  }
  ReadSchemaOrg(roots, import);
}

// Scripts and metadata go into the story, whose first article is the page's; the text is returned.
HtmlText ReadInto(std::string_view html, StoryImport* import) {
  Page page;
  if (!import->Tokenize(html, &page)) {
    import->reporter().Report(Severity::kError, "out-of-memory",
                              "the page is too large; the rest of it is lost");
  }
  ReadScripts(page, import);
  Story& story = import->story();
  if (story.articles.empty()) story.articles.emplace_back();
  FillFromPage(page, &story.articles.front());
  for (const Metadata& each : page.meta) {
    if (!each.asked) import->Drop("a <meta> of a page", each.byte);
  }
  HtmlText text = page.TakeText();
  import->DropPassed(text);
  return text;
}

// What the markup says too is said once.
void RemoveRepeated(Story* story, size_t first) {
  std::vector<std::string> known;
  for (size_t i = 0; i < first; ++i) known.push_back(WithoutSpace(story->quotes[i].text));
  std::sort(known.begin(), known.end());
  const auto repeated = [&](const Quote& quote) {
    return std::binary_search(known.begin(), known.end(), WithoutSpace(quote.text));
  };
  size_t kept = first;
  for (size_t i = first; i < story->quotes.size(); ++i) {
    if (repeated(story->quotes[i])) continue;
    if (kept != i) story->quotes[kept] = std::move(story->quotes[i]);
    ++kept;
  }
  story->quotes.Shorten(kept);
}

}  // namespace

void ReadHtmlArticle(std::string_view html, StoryImport* import) {
  const HtmlText text = ReadInto(html, import);
  Story& story = import->story();
  Article& article = story.articles.front();
  if (article.text.empty()) article.text = text.text;
  const size_t before = story.quotes.size();
  AddQuotes(text, 0, {}, import);
  RemoveRepeated(&story, before);
}

HtmlPage ReadHtmlPage(std::string_view html, const HtmlTokenizer& tokenizer,
                      Diagnostics* diagnostics) {
  Reporter reporter(html, diagnostics);
  StoryImport import(&reporter, &tokenizer);
  HtmlPage page;
  page.text = ReadInto(html, &import);
  import.ReportDropped();
  page.article = std::move(import.story().articles.front());
  // A page that a script fills says its text in its data, if anywhere.
  if (page.text.text.empty()) page.text.text = page.article.text.view();
  page.article.text = {};
  return page;
}

}  // namespace saywhen
