// saywhen-learn: what a language's pack knows of cues, contents and sources, from annotated
// articles.
//
//   saywhen-learn PACK FOLDER [PENALTY [LEAST-COUNT]] < ARTICLES.jsonl
//
// PACK is the language's pack as it is (its words and settings are used); cues.tsv, weights.tsv
// and calibration.tsv of FOLDER are written anew.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <unordered_map>

#include "extract/content_finder.h"
#include "extract/cue_finder.h"
#include "extract/document.h"
#include "extract/language.h"
#include "extract/source_finder.h"
#include "learn/calibrate.h"
#include "learn/gold.h"
#include "learn/log_linear.h"

namespace saywhen {
namespace {

struct Taught {
  AnnotatedArticle article;
  Document document;
  std::vector<TaughtAttribution> gold;
  std::vector<uint32_t> heads;  // of each attribution the cue's most telling token, or kNoToken
};

struct WordCount {
  std::string word;
  uint32_t all = 0;
  float cues = 0;
};

// Of a cue's words the one that is a cue most often wherever it stands. Counted twice: first each
// word of a cue counts, then only the ones chosen.
void ChooseHeads(std::vector<Taught>* articles, std::unordered_map<uint32_t, WordCount>* counts) {
  for (const Taught& each : *articles) {
    for (uint32_t i = 0; i < each.document.tokens.size(); ++i) {
      WordCount& count = (*counts)[each.document.tokens[i].hash];
      if (count.all++ == 0) count.word = InSmallLetters(each.document.Text(i));
    }
    for (const TaughtAttribution& gold : each.gold) {
      for (const uint32_t token : gold.cue) {
        (*counts)[each.document.tokens[token].hash].cues +=
            1.0F / static_cast<float>(gold.cue.size());
      }
    }
  }
  for (int round = 0; round < 3; ++round) {
    std::unordered_map<uint32_t, float> chosen;
    for (Taught& each : *articles) {
      each.heads.clear();
      for (const TaughtAttribution& gold : each.gold) {
        uint32_t best = kNoToken;
        float best_share = -1;
        for (const uint32_t token : gold.cue) {
          const WordCount& count = (*counts)[each.document.tokens[token].hash];
          const float share = count.cues / (static_cast<float>(count.all) + 4.0F);
          if (share > best_share) {
            best_share = share;
            best = token;
          }
        }
        each.heads.push_back(best);
        if (best != kNoToken) chosen[each.document.tokens[best].hash] += 1;
      }
    }
    for (auto& [hash, count] : *counts) count.cues = chosen.count(hash) != 0 ? chosen[hash] : 0;
  }
}

std::string WriteCues(const std::unordered_map<uint32_t, WordCount>& counts) {
  std::vector<const WordCount*> cues;
  for (const auto& [hash, count] : counts) {
    const bool often = count.cues >= 2 && count.cues / static_cast<float>(count.all) >= 0.03F;
    const bool surely = count.cues >= 1 && count.cues / static_cast<float>(count.all) >= 0.2F;
    if (often || surely) cues.push_back(&count);
  }
  std::sort(cues.begin(), cues.end(), [](const WordCount* a, const WordCount* b) {
    return a->cues != b->cues ? a->cues > b->cues : a->word < b->word;
  });
  std::string text =
      "# Words that may be a cue, the most frequent first. Written by scripts/learn.\n";
  for (const WordCount* each : cues) {
    const auto percent = static_cast<int>(100 * each->cues / static_cast<float>(each->all));
    text += each->word + "\t" + std::to_string(percent) + "\n";
  }
  return text;
}

void LearnCues(const std::vector<Taught>& articles, const CueLexicon& lexicon, LogLinear* model) {
  for (const Taught& each : articles) {
    std::vector<bool> is_cue(each.document.tokens.size());
    for (const uint32_t head : each.heads) {
      if (head != kNoToken) is_cue[head] = true;
    }
    for (uint32_t token = 0; token < each.document.tokens.size(); ++token) {
      const CueLexicon::Entry* entry = lexicon.Find(each.document.tokens[token].hash);
      if (entry == nullptr) continue;
      Features features = model->Candidate(is_cue[token]);
      CueFeatures(each.document, token, *entry, &features);
      model->Candidate(!is_cue[token]);
      model->Done();
    }
  }
}

// A content's stretch on one side of its cue: the first and last word.
struct Stretch {
  uint32_t begin = kNoToken;
  uint32_t end = kNoToken;
};

Stretch Side(const std::vector<uint32_t>& content, uint32_t from, uint32_t to) {
  Stretch stretch;
  for (const uint32_t token : content) {
    if (token < from || token >= to) continue;
    if (stretch.begin == kNoToken) stretch.begin = token;
    stretch.end = token;
  }
  return stretch;
}

struct ContentModels {
  LogLinear anchor;
  LogLinear end;
  LogLinear begin;
  LogLinear more;
};

void LearnEnd(const Document& document, const ContentQuery& query, Stretch stretch, bool more,
              LogLinear* model) {
  std::vector<uint32_t> words;
  EndCandidates(document, query, stretch.begin, &words);
  if (std::find(words.begin(), words.end(), stretch.end) == words.end()) return;
  for (const uint32_t each : words) {
    Features features = model->Candidate(each == stretch.end);
    EndFeatures(document, query, stretch.begin, more, each, &features);
  }
  model->Done();
}

void LearnContent(const Document& document, const ContentQuery& query,
                  const std::vector<uint32_t>& content, ContentModels* models) {
  const Stretch before = Side(content, 0, query.cue);
  const Stretch after = Side(content, query.cue + 1, kNoToken);
  const bool is_before = before.begin != kNoToken;
  if (!is_before && after.begin == kNoToken) return;
  std::vector<ContentAnchor> anchors;
  AnchorCandidates(document, query, &anchors);
  const auto right = [&](const ContentAnchor& each) {
    return each.before == is_before && each.token == (is_before ? before.end : after.begin);
  };
  if (std::any_of(anchors.begin(), anchors.end(), right)) {
    for (const ContentAnchor& each : anchors) {
      Features features = models->anchor.Candidate(right(each));
      AnchorFeatures(document, query, each, &features);
      SideFeatures(document, query, each.before, &features);
    }
    models->anchor.Done();
  }
  if (!is_before) return LearnEnd(document, query, after, false, &models->end);
  std::vector<uint32_t> words;
  BeginCandidates(document, query, before.end, &words);
  if (std::find(words.begin(), words.end(), before.begin) != words.end()) {
    for (const uint32_t each : words) {
      Features features = models->begin.Candidate(each == before.begin);
      BeginFeatures(document, query, before.end, each, &features);
    }
    models->begin.Done();
  }
  const uint32_t more = MoreCandidate(document, query, before.end);
  if (more == kNoToken) return;
  const bool goes_on = after.begin == more;
  Features features = models->more.Candidate(goes_on);
  MoreFeatures(document, query, before.end, more, &features);
  models->more.Candidate(!goes_on);
  models->more.Done();
  if (goes_on) LearnEnd(document, query, after, true, &models->end);
}

void LearnSource(const Document& document, const SourceQuery& query,
                 const std::vector<uint32_t>& source, LogLinear* model) {
  std::vector<SourceCandidate> words;
  SourceCandidates(document, query, &words);
  const auto right = [&](const SourceCandidate& each) {
    if (each.token == kNoToken) return source.empty();
    return std::find(source.begin(), source.end(), each.token) != source.end();
  };
  if (std::none_of(words.begin(), words.end(), right)) return;
  for (const SourceCandidate& each : words) {
    Features features = model->Candidate(right(each));
    SourceFeatures(document, query, each, &features);
  }
  model->Done();
}

struct Learned {
  std::string cues;
  std::string weights;
};

Learned LearnFrom(const std::string& base, std::vector<AnnotatedArticle> texts,
                  const LearnOptions& options) {
  const Result<LanguagePack> base_pack = LanguagePack::Parse(base);
  const Lexicon lexicon(base_pack.value());
  std::vector<Taught> articles;
  for (AnnotatedArticle& each : texts) articles.push_back({std::move(each), {}, {}, {}});
  for (Taught& each : articles) {
    each.document = ReadDocument(each.article.text, lexicon);
    each.gold = GoldOf(each.document, each.article);
  }
  std::unordered_map<uint32_t, WordCount> counts;
  ChooseHeads(&articles, &counts);
  Learned learned;
  learned.cues = WriteCues(counts);
  const std::string with_cues = base + "\n[cues]\n" + learned.cues;
  const Result<LanguagePack> cue_pack = LanguagePack::Parse(with_cues);
  const CueLexicon cue_lexicon(cue_pack.value());
  // Where sentences end depends on the cues.
  const Lexicon final_lexicon(cue_pack.value());
  for (Taught& each : articles) each.document = ReadDocument(each.article.text, final_lexicon);

  LogLinear cue_model;
  LearnCues(articles, cue_lexicon, &cue_model);
  ContentModels content;
  LogLinear source_model;
  for (const Taught& each : articles) {
    for (size_t i = 0; i < each.gold.size(); ++i) {
      if (each.heads[i] == kNoToken || each.gold[i].content.empty()) continue;
      const CueLexicon::Entry* entry = cue_lexicon.Find(each.document.tokens[each.heads[i]].hash);
      if (entry == nullptr) continue;
      const std::vector<uint32_t>& words = each.gold[i].content;
      LearnContent(each.document, {each.heads[i], *entry}, words, &content);
      std::vector<TokenRange> parts;
      for (const Stretch stretch :
           {Side(words, 0, each.heads[i]), Side(words, each.heads[i] + 1, kNoToken)}) {
        if (stretch.begin != kNoToken) parts.push_back({stretch.begin, stretch.end + 1});
      }
      LearnSource(each.document, {each.heads[i], *entry, &parts}, each.gold[i].source,
                  &source_model);
    }
  }
  std::cerr << cue_model.examples() << " words that may be cues, " << content.anchor.examples()
            << " contents, " << content.more.examples() << " that may be split, "
            << source_model.examples() << " sources\n";
  learned.weights = "# What decisions weigh, in 64ths (features.h). Written by scripts/learn.\n";
  for (LogLinear* model :
       {&cue_model, &content.anchor, &content.end, &content.begin, &content.more, &source_model}) {
    model->Learn(options);
    learned.weights += model->Write();
  }
  return learned;
}

// Each fifth of the articles is judged by what is learned from the others.
std::string LearnCalibration(const std::string& base, const std::vector<AnnotatedArticle>& articles,
                             const LearnOptions& options) {
  constexpr size_t kFolds = 5;
  std::vector<Judged> judged;
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<AnnotatedArticle> others;
    for (size_t i = 0; i < articles.size(); ++i) {
      if (i % kFolds != fold) others.push_back(articles[i]);
    }
    const Learned learned = LearnFrom(base, std::move(others), options);
    const std::string text = base + "\n[cues]\n" + learned.cues + "\n[weights]\n" + learned.weights;
    const Result<LanguagePack> pack = LanguagePack::Parse(text);
    const Result<Language> language = ReadLanguage("", pack.value());
    if (!language.ok()) continue;
    for (size_t i = fold; i < articles.size(); i += kFolds) {
      Judge(articles[i], language.value(), &judged);
    }
  }
  return WriteCalibration(std::move(judged));
}

bool WriteFile(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

int Learn(const std::string& pack_path, const std::string& folder, const LearnOptions& options) {
  std::stringstream pack_text;
  pack_text << std::ifstream(pack_path).rdbuf();
  const std::string base = pack_text.str();
  const Result<LanguagePack> pack = LanguagePack::Parse(base);
  if (!pack.ok()) {
    std::cerr << pack_path << ":" << pack.error().line << ": " << pack.error().message << "\n";
    return 1;
  }
  std::vector<AnnotatedArticle> articles;
  std::string line;
  while (std::getline(std::cin, line)) {
    Result<AnnotatedArticle> article = ReadAnnotatedArticle(line);
    if (article.ok()) articles.push_back(std::move(article).value());
  }
  const Learned learned = LearnFrom(base, articles, options);
  const std::string calibration = LearnCalibration(base, articles, options);
  const bool written = WriteFile(folder + "/cues.tsv", learned.cues) &&
                       WriteFile(folder + "/weights.tsv", learned.weights) &&
                       WriteFile(folder + "/calibration.tsv", calibration);
  return written ? 0 : 1;
}

}  // namespace
}  // namespace saywhen

int main(int argc, char** argv) {
  if (argc < 3 || argc > 5) {
    std::cerr << "usage: saywhen-learn PACK FOLDER [PENALTY [LEAST-COUNT]] < ARTICLES.jsonl\n";
    return 2;
  }
  saywhen::LearnOptions options;
  if (argc > 3) options.penalty = std::strtof(argv[3], nullptr);
  if (argc > 4) options.least_count = static_cast<uint32_t>(std::strtoul(argv[4], nullptr, 10));
  return saywhen::Learn(argv[1], argv[2], options);
}
