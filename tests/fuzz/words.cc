#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "event/draft.h"
#include "event/opened.h"
#include "printed.h"
#include "yaml/parse.h"

using namespace backops;
using namespace backops::event;
using backops::event::tests::Files;
using backops::event::tests::Opened;
using backops::event::tests::summer_sound;

namespace {

constexpr int most_lines = 12;

const Files& small_event() {
    static const Files all =
        summer_sound({{"activities/check.yaml",
                       "name: Line check # long\nstart: 2026-06-11T10:00\nduration: 1h\nkind: load-in\nareas: [foh]\n"
                       "participants:\n  required: [noor]\n  optional:\n  - sam\nneeds:\n- count: 2\n  role: hand\n"
                       "repeat:\n  every: day\n  count: 3\nsegments:\n- name: Talk\n  duration: 5m\n"},
                      {"timeframes/show.yaml", "name: Show\nstart: 2026-06-12\nend: 2026-06-13\n"},
                      {"views/v.yaml", "name: V\nareas: [foh]\n"}});
    return all;
}

constexpr std::array records{std::pair{Noun::activity, "check"}, std::pair{Noun::activity, "doors"},
                             std::pair{Noun::area, "foh"},       std::pair{Noun::collaborator, "acme-audio"},
                             std::pair{Noun::crew, "sam"},       std::pair{Noun::timeframe, "show"},
                             std::pair{Noun::view, "v"},         std::pair{Noun::event, ""}};

/// What is typed behind an option: its key, and its value if it has any.
struct Typed {
    char option = 's';
    std::string_view key, value;
};

Typed typed_on(std::string_view line) {
    Typed typed;
    if (line.empty()) return typed;
    typed.option = line.front();
    line.remove_prefix(1);
    const std::size_t sign = std::min(line.find('='), line.size());
    typed.key = line.substr(0, sign);
    if (sign < line.size()) typed.value = line.substr(sign + 1);
    return typed;
}

void apply(Draft& draft, Intake& intake, const Typed& typed) {
    switch (typed.option) {
        case '+':
            return draft.add(typed.key, typed.value, intake);
        case '-':
            return draft.remove(typed.key, typed.value, intake);
        case '!':
            return draft.unset(typed.key);
        default:
            return draft.set(typed.key, typed.value, intake);
    }
}

bool done(Draft& draft, Intake& intake, const Typed& typed) {
    try {
        apply(draft, intake, typed);
        return true;
    } catch (const text::Failure& failure) {
        fuzz::hold_printable(failure);
        return false;
    }
}

bool is_sound(const Draft& draft) {
    try {
        draft.verify();
        return true;
    } catch (const text::Failure& failure) {
        fuzz::hold_printable(failure);
        return false;
    }
}

void hold_edit(Draft& draft, Intake& intake, const Typed& typed) {
    const std::string before = draft.document().text();
    if (!done(draft, intake, typed))
        return fuzz::hold(draft.document().text() == before, "what is refused changes nothing", typed.key);
    const std::string& after = draft.document().text();
    text::Problems problems;
    yaml::parse("typed", after, problems);
    fuzz::hold(problems.empty(), "what is typed becomes YAML that can be read", after);
    if (typed.option == '-' || !is_sound(draft)) return;
    const std::string once = after;
    fuzz::hold(done(draft, intake, typed), "what was taken is taken again", typed.value);
    fuzz::hold(draft.document().text() == once, "the same words again change nothing", once);
}

}  // namespace

/// A record, chosen by the first byte, and in each line after it `skey=value`, `+key=item`, `-key=item` or `!key`: the
/// words of --set, of an option that adds or takes away, and of --unset.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* begin, std::size_t size) {
    std::string_view input = fuzz::bytes(begin, size);
    if (input.empty()) return 0;
    const auto& [noun, id] = records[static_cast<unsigned char>(input.front()) % records.size()];
    input.remove_prefix(1);
    Opened event(small_event());
    Draft draft = Draft::of(event.directory, noun, id);
    for (int line = 0; line < most_lines && !input.empty(); ++line) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        hold_edit(draft, event.intake, typed_on(input.substr(0, end)));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    for (const std::string& notice : event.intake.notices()) fuzz::hold_printable(notice);
    return 0;
}
