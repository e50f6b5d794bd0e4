#include "extract/analyse.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "base/utf8.h"
#include "extract/cut_words.h"
#include "extract/groups.h"
#include "extract/listed.h"
#include "extract/names.h"

namespace entente {
namespace {

// Pronouns that may stand for a name of another sentence.
const std::unordered_set<std::string_view> kPersons = {"he",  "she",   "they", "him", "her", "them",
                                                       "his", "their", "it",   "its", "we",  "i"};
const std::unordered_set<std::string_view> kPairs = {"two", "both", "they"};

// A compound that ends in a participle, "U.S.-led", stands before a noun.
Tag tag_of_token(const Document& document, std::uint32_t first, std::uint32_t last) {
  const Tag tag = document.words[last].tag;
  return first != last && (tag == Tag::Participle || tag == Tag::Gerund) ? Tag::Adj : tag;
}

// Gives the tokens of a sentence what their words have.
void fold_tags(Document& document, const Sentence& sentence, const Words& words) {
  for (std::uint32_t first = sentence.words.begin; first < sentence.words.end;) {
    std::uint32_t last = first;
    const std::uint32_t at = document.words[first].token;
    while (last + 1 < sentence.words.end && document.words[last + 1].token == at) ++last;
    Token& token = document.tokens[at];
    token.tag = tag_of_token(document, first, last);
    token.lemma = lemma_of(token.lower, token.tag, words);
    first = last + 1;
  }
}

// How far a word is from the root of its sentence.
std::uint32_t depth_of(const Document& document, std::uint32_t word) {
  std::uint32_t depth = 0;
  for (; document.words[word].head != word; word = document.words[word].head) ++depth;
  return depth;
}

// A token hangs where its word that is nearest to the root hangs; so tokens make a tree, too.
void fold_heads(Document& document, const Sentence& sentence) {
  for (std::uint32_t first = sentence.words.begin; first < sentence.words.end;) {
    std::uint32_t top = first;
    std::uint32_t next = first + 1;
    for (; next < sentence.words.end && document.words[next].token == document.words[first].token;
         ++next) {
      if (depth_of(document, next) < depth_of(document, top)) top = next;
    }
    Token& token = document.tokens[document.words[first].token];
    token.head = document.words[document.words[top].head].token;
    token.deprel = document.words[top].deprel;
    first = next;
  }
}

// Capitalised words of names are proper nouns, whatever they are elsewhere ("United").
void mark_names(Document& document, const Words& words) {
  for (const Mention& mention : document.mentions) {
    if (mention.demonym || mention.nested) continue;
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      Token& token = document.tokens[i];
      const bool sure = !mention.type.empty() || !words.forms.contains(token.lower);
      if (!sure || !is_capital(document, token)) continue;
      token.tag = Tag::Propn;
      token.lemma = token.lower;
    }
  }
}

// Three letters or more, all of them capital.
bool in_capitals(std::string_view form) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint c = decode_at(form, at);
    at += c.length;
    if (!is_letter(c.value)) continue;
    if (!is_upper(c.value)) return false;
    ++letters;
  }
  return letters >= 3;
}

// The place that opens a sentence, in words; 0 = none does.
std::uint32_t place_at_head(const Document& document, const Sentence& sentence) {
  const auto mention = first_from(document.mentions, sentence.tokens.begin);
  if (mention == document.mentions.end() || mention->tokens.begin != sentence.tokens.begin ||
      mention->demonym || (mention->type != "place" && mention->type != "country"))
    return 0;
  std::uint32_t words = 0;
  while (sentence.words.begin + words < sentence.words.end &&
         document.words[sentence.words.begin + words].token < mention->tokens.end)
    ++words;
  return words;
}

// Past "HANOI, Sept. 1 (Courier) -", "Hanoi (Courier) -", "Hanoi:": a place at the head of the
// sentence, and soon a dash or a colon; one in small letters needs a date or brackets too. No
// treebank has any. The sentence's first word where there is none.
std::uint32_t dateline_end(const Document& document, const Sentence& sentence) {
  constexpr std::uint32_t kLongest = 20;  // words
  const TokenRange range = sentence.words;
  const auto written = [&](std::uint32_t w) {
    return slice(document.article.text, document.words[w].span);
  };
  const bool shouted = in_capitals(written(range.begin));
  const bool bracket = written(range.begin) == "(";  // "(Agency, Vienna) Thursday, 14 March -"
  const std::uint32_t place = place_at_head(document, sentence);
  if (!shouted && !bracket && place == 0) return range.begin;
  bool sure = shouted;
  for (std::uint32_t w = range.begin + place; w < std::min(range.begin + kLongest, range.end - 1);
       ++w) {
    const std::string_view word = written(w);
    const bool apart =
        w > range.begin && document.words[w].span.begin > document.words[w - 1].span.end;
    const bool dash = word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
    if (apart && dash) return sure ? w + 1 : range.begin;
    const bool closes = w > range.begin && (w == range.begin + place || written(w - 1) == ")");
    if (word == ":" && place > 0 && closes) return w + 1;
    const char32_t c = decode_at(word, 0).value;
    if (is_lower(c) || word == ";" || word == ":") break;
    sure = sure || word == ")" || (c >= '0' && c <= '9') || in_capitals(word);
  }
  return range.begin;
}

// "On Monday", "In Vienna on 3 May" right before a name, which parsers take for one name with it:
// "On Monday Kenya said". They get no tree, but hang on the root.
struct Opening {
  std::uint32_t end = 0;            // first word behind it; words
  std::vector<TokenRange> phrases;  // each with its preposition; words
};

// One past the time that begins at token `at`; `at` = none does.
std::uint32_t past_time(const Document& document, std::uint32_t at) {
  const auto time = first_from(document.times, at);
  return time != document.times.end() && time->tokens.begin == at ? time->tokens.end : at;
}

// One past the time or the place that begins at token `at`; `at` = none does.
std::uint32_t past_time_or_place(const Document& document, std::uint32_t at) {
  if (const std::uint32_t past = past_time(document, at); past > at) return past;
  const auto mention = first_from(document.mentions, at);
  const bool place = mention != document.mentions.end() && mention->tokens.begin == at &&
                     !mention->demonym && (mention->type == "place" || mention->type == "country");
  return place ? mention->tokens.end : at;
}

bool begins_name(const Document& document, std::uint32_t token) {
  if (document.tokens[token].tag == Tag::Propn) return true;
  const auto mention = first_from(document.mentions, token);
  return mention != document.mentions.end() && mention->tokens.begin == token &&
         !mention->type.empty();
}

Opening opening_of(const Document& document, const Sentence& sentence, std::uint32_t first) {
  static const std::unordered_set<std::string_view> kPrepositions = {"on", "in", "at"};
  const auto token_of = [&](std::uint32_t word) { return document.words[word].token; };
  Opening opening;
  for (std::uint32_t w = first; w + 2 < sentence.words.end;) {
    const std::uint32_t at = token_of(w + 1);
    if (!kPrepositions.contains(document.tokens[token_of(w)].lower) || at != token_of(w) + 1) break;
    const std::uint32_t past = past_time_or_place(document, at);
    std::uint32_t end = w + 1;
    while (end < sentence.words.end && token_of(end) < past) ++end;
    if (past == at || end >= sentence.words.end || token_of(end) != past) break;
    opening.phrases.push_back({w, end});
    if (begins_name(document, past)) {
      opening.end = end;
      return opening;
    }
    w = end;
  }
  return {first, {}};
}

// "on Monday", "in Vienna on 3 May" between a verb and a name: "received on Monday Foreign Minister
// NAME". They get no tree either, but hang on the verb.
struct Insertion {
  std::uint32_t verb = 0;           // word
  std::vector<TokenRange> phrases;  // each with its preposition, if it has one; words
};

std::vector<Insertion> insertions_of(const Document& document, const Sentence& sentence,
                                     std::uint32_t first) {
  static const std::unordered_set<std::string_view> kPrepositions = {"on", "in", "at"};
  const auto token_of = [&](std::uint32_t word) { return document.words[word].token; };
  std::vector<Insertion> found;
  for (std::uint32_t verb = first; verb + 2 < sentence.words.end; ++verb) {
    const Tag tag = document.tokens[token_of(verb)].tag;
    if (tag != Tag::Past && tag != Tag::Present && tag != Tag::Base) continue;
    Insertion insertion{verb, {}};
    for (std::uint32_t w = verb + 1; w + 1 < sentence.words.end;) {
      const std::string& low = document.tokens[token_of(w)].lower;
      const bool marked = kPrepositions.contains(low);
      const std::uint32_t at = token_of(marked ? w + 1 : w);
      const std::uint32_t past =
          marked ? past_time_or_place(document, at) : past_time(document, at);
      const bool called_on = low == "on" && past_time(document, at) == at;  // "called on Kenya"
      std::uint32_t end = w;
      while (end < sentence.words.end && token_of(end) < past) ++end;
      if (past == at || called_on || end >= sentence.words.end || token_of(end) != past) break;
      insertion.phrases.push_back({w, end});
      if (begins_name(document, past)) {
        found.push_back(insertion);
        verb = end - 1;
        break;
      }
      w = end;
    }
  }
  return found;
}

// The words of a sentence that get a tree: those behind the dateline, of a name only one. A name of
// several words is parsed as one, for parsers err most inside names.
struct Row {
  std::vector<std::uint32_t> words;   // indices of Document::words; in order
  std::vector<std::uint32_t> joined;  // of the words left out
  std::vector<std::uint32_t> names;   // for each of `joined` the word that stands for its name
};

// Where the name begins with "Presidents" right before it, which would be a second subject.
std::uint32_t with_plural_post(const Document& document, const Mention& name, const Words& words) {
  constexpr std::uint32_t kLongestPost = 3;  // tokens
  const std::uint32_t end = name.tokens.begin;
  const std::uint32_t floor = document.sentences[name.sentence].tokens.begin;
  if (name.type != "person") return end;
  for (std::uint32_t begin = end; begin > floor && end - begin < kLongestPost;) {
    --begin;
    const auto post = words.roles.find(document.tokens, begin, end);
    const bool plural =
        post && begin + post->length == end && post->value->back() == Words::kPlural;
    if (plural && !post->value->starts_with("other")) return begin;
  }
  return end;
}

void set_label(Word& word, TagLabel label, const Tagger& tagger) {
  word.label = label;
  word.tag = tagger.labels()[label].tag;
  word.penn = tagger.labels()[label].penn;
}

bool is_inserted(const std::vector<Insertion>& insertions, std::uint32_t word) {
  return std::ranges::any_of(insertions, [word](const Insertion& insertion) {
    return insertion.phrases.front().begin <= word && word < insertion.phrases.back().end;
  });
}

// A name that the parser takes for a verb is who acts, where the clause has nobody else.
void name_is_no_clause(Document& document, const Row& row, std::uint32_t name, TagLabel proper_noun,
                       const Tagger& tagger) {
  static const std::unordered_set<std::string_view> kClauses = {"advcl", "acl", "ccomp", "xcomp",
                                                                "csubj"};
  Word& word = document.words[name];
  if (!kClauses.contains(universal(word.deprel))) return;
  const bool acted = std::ranges::any_of(row.words, [&](std::uint32_t w) {
    return document.words[w].head == word.head && universal(document.words[w].deprel) == "nsubj";
  });
  word.deprel = acted || name > word.head ? Deprel::Dep : Deprel::Nsubj;
  set_label(word, proper_noun, tagger);
}

// Hangs `phrases`, which got no tree, on `head`; each by its last word.
void hang(Document& document, const std::vector<TokenRange>& phrases, std::uint32_t head) {
  for (const TokenRange phrase : phrases) {
    for (std::uint32_t w = phrase.begin; w < phrase.end; ++w) {
      const bool last = w + 1 == phrase.end;
      document.words[w].head = last ? head : phrase.end - 1;
      document.words[w].deprel = last                                ? Deprel::Obl
                                 : document.words[w].tag == Tag::Adp ? Deprel::Case
                                                                     : Deprel::Flat;
    }
  }
}

std::vector<Row> rows_of(const Document& document, const std::vector<std::size_t>& sentences,
                         const std::vector<std::uint32_t>& begins,
                         const std::vector<std::vector<Insertion>>& insertions,
                         const Words& words) {
  std::vector<std::uint32_t> kept(document.words.size(), kNotParsed);  // by word of a name
  for (const Mention& mention : document.mentions) {
    if (mention.nested || mention.demonym || mention.type.empty() || mention.how == kDescribed ||
        mention.type == kGroupType || mention.how == kBody)
      continue;
    const auto before = [](const Word& word, std::uint32_t token) { return word.token < token; };
    const auto begin = std::lower_bound(document.words.begin(), document.words.end(),
                                        with_plural_post(document, mention, words), before);
    const auto end = std::lower_bound(begin, document.words.end(), mention.tokens.end, before);
    auto last = begin;
    for (auto word = begin; word != end; ++word) {
      if (is_upper(decode_at(slice(document.article.text, word->span), 0).value)) last = word;
    }
    for (auto word = begin; word != end; ++word)
      kept[static_cast<std::size_t>(word - document.words.begin())] =
          static_cast<std::uint32_t>(last - document.words.begin());
  }
  std::vector<Row> rows(sentences.size());
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    for (std::uint32_t w = begins[k]; w < document.sentences[sentences[k]].words.end; ++w) {
      if (is_inserted(insertions[k], w)) continue;
      const bool left_out = kept[w] != kNotParsed && kept[w] != w && kept[w] >= begins[k];
      if (left_out) rows[k].names.push_back(kept[w]);
      (left_out ? rows[k].joined : rows[k].words).push_back(w);
    }
  }
  return rows;
}

std::vector<WordInput> inputs_of(const Document& document,
                                 const std::vector<std::uint32_t>& words) {
  std::vector<WordInput> inputs;
  inputs.reserve(words.size());
  for (const std::uint32_t w : words) {
    WordInput input;
    input.form = form_features(word_form(document, document.words[w]));
    input.label = document.words[w].label;
    inputs.push_back(input);
  }
  return inputs;
}

// No name ends in "of" or "and".
bool joins(Tag tag) {
  return tag == Tag::Adp || tag == Tag::Cconj || tag == Tag::Det || tag == Tag::Part;
}

// Sentences with two words that may stand for somebody: names, pronouns, posts, "both".
std::vector<bool> worth_parsing(const Document& document, const Words& words) {
  std::vector<std::uint32_t> actors(document.sentences.size(), 0);
  for (const Mention& mention : document.mentions) {
    if (!mention.nested) ++actors[mention.sentence];
  }
  std::vector<bool> worth(document.sentences.size(), false);
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange range = document.sentences[s].tokens;
    for (std::uint32_t i = range.begin; i < range.end && actors[s] < 2; ++i) {
      if (kPersons.contains(document.tokens[i].lower) ||
          words.roles.find(document.tokens, i, range.end))
        ++actors[s];
      if (kPairs.contains(document.tokens[i].lower)) actors[s] += 2;
    }
    worth[s] = actors[s] >= 2;
  }
  for (const ListOfPeople& list : find_lists(document)) worth[list.heading] = true;
  return worth;
}

}  // namespace

Models::Models(const std::filesystem::path& data)
    : tagger(data / "models" / "tagger.bin"),
      names(data / "models" / "names.bin", tagger.labels().size()),
      parser(data / "models" / "parser.bin", tagger.labels().size()) {
  for (std::size_t label = 0; label < tagger.labels().size(); ++label) {
    const bool proper =
        tagger.labels()[label].tag == Tag::Propn && penn_name(tagger.labels()[label].penn) == "NNP";
    if (proper) proper_noun = static_cast<TagLabel>(label);
  }
}

void tag_words(Document& document, const Tagger& tagger, const Words& words) {
  std::vector<std::string> forms;
  for (const Sentence& sentence : document.sentences) {
    forms.clear();
    for (std::uint32_t w = sentence.words.begin; w < sentence.words.end; ++w)
      forms.push_back(word_form(document, document.words[w]));
    const std::vector<TagLabel> labels = tagger.tag({forms.begin(), forms.end()});
    for (std::size_t k = 0; k < labels.size(); ++k)
      set_label(document.words[sentence.words.begin + k], labels[k], tagger);
    fold_tags(document, sentence, words);
  }
}

void guess_names(Document& document, const NameTagger& names, const Words& words,
                 const Gazetteer& gazetteer) {
  document.guesses.clear();
  std::vector<std::vector<WordInput>> inputs;
  for (const Sentence& sentence : document.sentences) {
    std::vector<std::uint32_t> all(sentence.words.size());
    std::iota(all.begin(), all.end(), sentence.words.begin);
    inputs.push_back(inputs_of(document, all));
    const std::vector<NameFlags> flags = name_flags(document, sentence.tokens, words, gazetteer);
    for (std::size_t k = 0; k < inputs.back().size(); ++k) {
      const Word& word = document.words[sentence.words.begin + k];
      inputs.back()[k].flags = flags[word.token - sentence.tokens.begin];
    }
  }
  const std::vector<std::vector<FoundName>> found = names.find(inputs);
  for (std::size_t s = 0; s < found.size(); ++s) {
    const TokenRange range = document.sentences[s].words;
    for (const FoundName& name : found[s]) {
      const std::uint32_t first = range.begin + name.begin;
      const std::uint32_t last = range.begin + name.end - 1;
      const std::uint32_t begin = document.words[first].token;
      const std::uint32_t end = document.words[last].token + 1;
      // "Beijing" of "Beijing-based" is no token.
      const bool cut = (first > range.begin && document.words[first - 1].token == begin) ||
                       (last + 1 < range.end && document.words[last + 1].token + 1 == end);
      if (cut) continue;
      TokenRange tokens{begin, end};
      while (tokens.size() > 1 && joins(document.tokens[tokens.end - 1].tag)) --tokens.end;
      document.guesses.push_back({tokens, to_string(name.type)});
    }
  }
}

void parse(Document& document, const Models& models, const Words& words, bool all) {
  const std::vector<bool> worth = worth_parsing(document, words);
  std::vector<std::size_t> chosen;
  std::vector<std::uint32_t> begins;  // first word of each tree
  std::vector<Opening> openings;
  std::vector<std::vector<Insertion>> insertions;
  std::vector<std::vector<WordInput>> inputs;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    if (!all && !worth[s]) continue;
    chosen.push_back(s);
    const Sentence& sentence = document.sentences[s];
    openings.push_back(opening_of(document, sentence, dateline_end(document, sentence)));
    begins.push_back(openings.back().end);
    insertions.push_back(insertions_of(document, sentence, begins.back()));
  }
  const std::vector<Row> rows = rows_of(document, chosen, begins, insertions, words);
  for (const Row& row : rows) {
    for (const std::uint32_t name : row.names) document.words[name].label = models.proper_noun;
    inputs.push_back(inputs_of(document, row.words));
  }
  for (Token& token : document.tokens) token.head = kNotParsed;
  for (Word& word : document.words) word.head = kNotParsed;
  const std::vector<Tree> trees = models.parser.parse(inputs);
  for (std::size_t k = 0; k < chosen.size(); ++k) {
    const Sentence& sentence = document.sentences[chosen[k]];
    const Tree& tree = trees[k];
    const Row& row = rows[k];
    std::uint32_t root = begins[k];
    for (std::uint32_t i = 0; i < tree.heads.size(); ++i) {
      Word& word = document.words[row.words[i]];
      word.head = row.words[tree.heads[i] == 0 ? i : tree.heads[i] - 1];
      word.deprel = tree.deprels[i];
      set_label(word, tree.labels[i], models.tagger);
      if (tree.heads[i] == 0) root = row.words[i];
    }
    for (std::size_t i = 0; i < row.joined.size(); ++i) {
      document.words[row.joined[i]].head = row.names[i];
      document.words[row.joined[i]].deprel = Deprel::Flat;
    }
    for (const std::uint32_t name : row.names)
      name_is_no_clause(document, row, name, models.proper_noun, models.tagger);
    const std::vector<TokenRange>& phrases = openings[k].phrases;
    hang(document, phrases, root);
    for (const Insertion& insertion : insertions[k])
      hang(document, insertion.phrases, insertion.verb);
    const std::uint32_t dateline = phrases.empty() ? begins[k] : phrases.front().begin;
    for (std::uint32_t w = sentence.words.begin; w < dateline; ++w) {
      Word& word = document.words[w];
      word.head = w == sentence.words.begin ? root : sentence.words.begin;
      word.deprel = w == sentence.words.begin ? Deprel::Parataxis
                    : word.tag == Tag::Punct  ? Deprel::Punct
                                              : Deprel::Flat;
    }
    fold_tags(document, sentence, words);
    fold_heads(document, sentence);
  }
  mark_names(document, words);
}

}  // namespace entente
