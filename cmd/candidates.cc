#include "cmd/candidates.h"

#include <algorithm>
#include <optional>
#include <set>

#include "check/rule.h"
#include "cmd/nouns.h"
#include "time/zone.h"

namespace backops::cmd {
namespace {

std::string first_line(std::string_view text) { return std::string(text.substr(0, text.find('\n'))); }

// The words before the one that is typed, read as far as they make sense.
class Line {
  public:
    const Noun* noun = nullptr;
    const Verb* verb = nullptr;   ///< named, or the noun's that has no name
    std::string begun;            ///< "segment " of `segment add`
    std::size_t words = 0;        ///< behind the verb
    std::optional<Option> waits;  ///< for its value
    bool is_help = false;         ///< `help NOUN`
    bool is_named = false;        ///< the verb
    bool has_only_words = false;  ///< behind `--`
    bool is_nonsense = false;
    std::set<std::string> given;  ///< options
    std::string directory;        ///< of -C

    void take(const std::string& word) {
        if (waits)
            take_value(word);
        else if (word == "--")
            has_only_words = true;
        else if (!has_only_words && word.size() > 1 && word[0] == '-')
            take_option(word);
        else if (!noun)
            take_noun(word);
        else
            take_word(word);
    }

    std::vector<Option> options() const {
        const auto common = common_options();
        return verb ? options_of(*verb) : std::vector<Option>(common.begin(), common.end());
    }

    std::optional<Option> option(std::string_view name) const {
        const std::vector<Option> all = options();
        const auto found = std::ranges::find(all, name, &Option::name);
        return found == all.end() ? std::nullopt : std::optional(*found);
    }

  private:
    void take_value(const std::string& word) {
        if (waits->name == "-C") directory = word;
        waits.reset();
    }

    void take_option(const std::string& word) {
        const std::size_t equals = word.find('=');
        waits = option(word.substr(0, equals));
        if (!waits) return;
        given.emplace(waits->name);
        if (equals != std::string::npos)
            take_value(word.substr(equals + 1));
        else if (waits->value.name.empty())
            waits.reset();
    }

    void take_noun(const std::string& word) {
        if (word == "help" && !is_help) {
            is_help = true;
            return;
        }
        noun = find_noun(word);
        is_nonsense = !noun || is_help;
        if (!noun) return;
        const auto unnamed = std::ranges::find(noun->verbs, "", &Verb::name);
        if (unnamed != noun->verbs.end()) verb = &*unnamed;
    }

    void take_word(const std::string& word) {
        const auto named = std::ranges::find(noun->verbs, begun + word, &Verb::name);
        const bool begins = std::ranges::any_of(
            noun->verbs, [&](const Verb& each) { return each.name.starts_with(begun + word + " "); });
        if (is_named || words > 0) {
            ++words;
        } else if (named != noun->verbs.end()) {
            verb = &*named;
            is_named = true;
        } else if (begins) {
            begun += word + " ";
        } else {
            is_nonsense = !verb;
            ++words;
        }
    }
};

// Those for the word that is typed.
class Offer {
  public:
    Offer(const Line& line, std::string typed, const LiveNames& live)
        : line_(line), typed_(std::move(typed)), live_(live) {}

    std::vector<Candidate> all() {
        if (line_.is_nonsense) return {};
        if (line_.waits)
            add_value(line_.waits->value, "");
        else if (!line_.has_only_words && typed_.starts_with("-"))
            add_options();
        else
            add_words();
        return std::move(candidates_);
    }

  private:
    void add(std::string text, std::string says = {}) {
        if (text.starts_with(typed_)) candidates_.push_back({std::move(text), std::move(says)});
    }

    void add_options() {
        const std::size_t equals = typed_.find('=');
        if (equals != std::string::npos) {
            const auto option = line_.option(typed_.substr(0, equals));
            if (option) add_value(option->value, typed_.substr(0, equals + 1));
            return;
        }
        for (const Option& option : line_.options())
            if (option.repeats || !line_.given.contains(std::string(option.name)))
                add(std::string(option.name), std::string(option.help));
        if (!line_.noun) add("--version", "say which version this is");
    }

    void add_words() {
        if (!line_.noun) {
            for (const Noun& noun : nouns()) add(std::string(noun.name), std::string(noun.help));
            if (!line_.is_help) add("help", "say what a noun is for");
            return;
        }
        if (!line_.is_named && line_.words == 0) add_verbs();
        if (!line_.verb) return;
        const Value value = positional(*line_.verb);
        add_value(value, "");
        if (candidates_.empty() && typed_.empty() && value.offers.empty()) add_options();
    }

    void add_verbs() {
        std::string last;
        for (const Verb& verb : line_.noun->verbs) {
            if (verb.name.empty() || !verb.name.starts_with(line_.begun)) continue;
            const std::string_view rest = verb.name.substr(line_.begun.size());
            std::string word(rest.substr(0, rest.find(' ')));
            if (word == last) continue;
            last = word;
            // The first of those in two words does not speak for them all.
            add(std::move(word), rest.size() == last.size() ? first_line(verb.help) : "");
        }
    }

    // What is offered for a word here; nothing where the verb takes no more, or anything.
    Value positional(const Verb& verb) const {
        const std::string_view name = verb.words.value.name;
        const std::size_t dots = name.find("…");
        const bool is_for_all = dots != std::string_view::npos && dots < name.find(' ');
        const bool is_here = line_.words < verb.words.most && (line_.words == 0 || is_for_all);
        return is_here ? verb.words.value : Value{};
    }

    void add_value(const Value& value, const std::string& before) {
        std::string_view rest = value.offers;
        while (!rest.empty()) {
            const std::string_view offer = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), offer.size() + 1));
            const std::size_t open = offer.find('<');
            const std::string start = before + std::string(offer.substr(0, open));
            if (open == std::string_view::npos)
                add(start);
            else
                add_names(offer.substr(open + 1, offer.size() - open - 2), start);
        }
    }

    void add_names(std::string_view kind, const std::string& before) {
        if (kind == "file" || kind == "directory") {
            candidates_.push_back({before + "<" + std::string(kind) + ">", ""});
        } else if (kind == "key") {
            for (const Option& option : line_.options())
                if (option.effect == Effect::set || option.effect == Effect::add)
                    add(before + std::string(option.name.substr(2)));
        } else {
            for (const std::string& name : names(kind == "id" ? line_.noun->name : kind)) add(before + name);
        }
    }

    std::vector<std::string> names(std::string_view kind) const {
        if (kind == "zone") return time::zone_names();
        if (kind == "rule") return check::rule_names();
        return live_(kind, line_.directory);
    }

    const Line& line_;
    std::string typed_;
    const LiveNames& live_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<Candidate> candidates(std::vector<std::string> words, const LiveNames& live) {
    if (words.empty()) words.emplace_back();
    Line line;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) line.take(words[i]);
    return Offer(line, words.back(), live).all();
}

}  // namespace backops::cmd
