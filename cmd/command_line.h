#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace backops::cmd {

class Session;
class Arguments;

/// What an option does to a record's key, for verbs that write records.
enum class Effect : unsigned char { none, set, set_true, set_false, add, remove };

/// What follows an option or a verb: its name in help, and what a shell may offer there: words between blanks, in which
/// `<area>` stands for the id of each area of the event; what else can be between `<` and `>` is in cmd/candidates.cc.
struct Value {
    std::string_view name;  ///< "ID", "ID…"; empty when nothing follows
    std::string_view offers;

    constexpr Value() = default;
    constexpr Value(const char* name_) : name(name_) {}
    constexpr Value(std::string_view name_, std::string_view offers_) : name(name_), offers(offers_) {}
};

/// One option of a verb: the single source for parsing, help, man pages and completion.
struct Option {
    std::string_view name;  ///< "--start"
    Value value;            ///< without a name for a flag
    std::string_view help;  ///< a phrase, lower case, no full stop
    bool repeats = false;   ///< may be given several times
    Effect effect = Effect::none;
    std::string_view key = {};  ///< of the record, for an effect
};

/// How many words may follow a verb.
struct Words {
    Value value;  ///< "ID NAME", "ID…"; what is offered is for the first, and for all where `…` is behind its name
    std::size_t least = 0;
    std::size_t most = 0;
};

struct Verb {
    std::string_view name;  ///< "add"; empty for a noun that is its own verb, such as find
    std::string_view help;  ///< a sentence without full stop; lines after the first are sentences
    Words words;
    std::vector<Option> options;
    int (*run)(Session& session, const Arguments& arguments) = nullptr;
};

struct Noun {
    std::string_view name;
    std::string_view help;
    std::vector<Verb> verbs;
};

/// What was typed after a verb, held against its options.
class Arguments {
  public:
    const Noun* noun = nullptr;
    const Verb* verb = nullptr;
    std::vector<std::string> words;

    bool has(std::string_view option) const;
    /// The value of an option that is given at most once.
    std::optional<std::string> value(std::string_view option) const;
    std::string value(std::string_view option, std::string_view otherwise) const;
    std::vector<std::string> values(std::string_view option) const;

    void put(std::string_view option, std::string value) { given_[std::string(option)].push_back(std::move(value)); }

  private:
    std::map<std::string, std::vector<std::string>> given_;
};

/// Options that every verb takes.
std::span<const Option> common_options();
/// The verb's own, then those.
std::vector<Option> options_of(const Verb& verb);

/// Holds the words after a verb against its table. text::Failure with exit status 2 for what does not fit, with the
/// nearest option as a hint; every value of an option is the word that follows it, also when it begins with `-`.
Arguments parse(const Noun& noun, const Verb& verb, std::vector<std::string> arguments);

/// "backops area add NAME…".
std::string usage(const Noun& noun, const Verb& verb);

}  // namespace backops::cmd
