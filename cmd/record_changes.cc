#include "cmd/record_changes.h"

#include <fmt/format.h>

#include <algorithm>

#include "event/find.h"
#include "event/node_values.h"
#include "text/failure.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::Drafts;
using event::Intake;

// How many files change beside those of the records themselves.
std::size_t others_changed(const Drafts& drafts, const std::vector<std::string>& own) {
    const auto changes = drafts.changes();
    return static_cast<std::size_t>(std::ranges::count_if(changes, [&](const files::Change& change) {
        return change.before != change.after && std::ranges::find(own, change.path) == own.end();
    }));
}

}  // namespace

// A script whose variable is empty does not mean that an id shall be made up.
std::optional<std::string> typed_id(const Arguments& arguments) {
    auto typed = arguments.value("--id");
    if (typed && typed->empty()) throw text::Failure("`--id` is empty", {}, text::wrong_usage);
    return typed;
}

void needs_new_name(const Arguments& arguments) {
    if (arguments.words.size() >= 2 || typed_id(arguments)) return;
    throw text::Failure("nothing to rename it to is given",
                        {fmt::format("usage: {} [--id NEW]", usage(*arguments.noun, *arguments.verb))},
                        text::wrong_usage);
}

void rename(Drafts& drafts, Intake& intake, event::Noun noun, const std::string& id, const Arguments& arguments,
            Told& told) {
    std::string now = id;
    if (const auto wanted = typed_id(arguments); wanted && *wanted != id) {
        now = event::new_id(intake.directory(), noun, *wanted, "");
        event::rename_id(intake.directory(), drafts, noun, id, now);
    }
    if (arguments.words.size() == 2) drafts.of(noun, id).set("name", arguments.words[1], intake);
    const std::size_t others = others_changed(drafts, {event::path_of(noun, id), event::path_of(noun, now)});
    told.changed.push_back(now);
    const std::string name = event::text_of(drafts.of(noun, id).document().root(), "name");
    told.lines.push_back(now == id ? fmt::format("renamed {}: {}", id, name)
                                   : fmt::format("renamed {} to {}: {}", id, now, name));
    if (others > 0) told.lines.push_back(fmt::format("{} that named it changed too", text::counted(others, "file")));
}

std::string whole_id(Intake& intake, event::Noun noun, const std::string& typed) {
    event::Directory& directory = intake.directory();
    if (directory.exists(noun, typed)) return typed;
    const std::string id = intake.id(noun, typed);
    if (text::case_folded(directory.name(noun, id)) == text::case_folded(typed)) return id;
    throw text::Failure(fmt::format("no {} is called {}, and what is removed must be named in full", event::word(noun),
                                    text::quoted(typed)),
                        {fmt::format("did you mean `{}`?", id)});
}

void remove(Drafts& drafts, Intake& intake, event::Noun noun, const std::vector<std::string>& typed,
            const Arguments& arguments, Told& told) {
    if (arguments.has("--cascade") && arguments.value("--replace-by"))
        throw text::Failure("`--cascade` and `--replace-by` are both given", {"keep one of them"}, text::wrong_usage);
    std::vector<std::string> ids, paths;
    for (const std::string& word : typed) {
        const std::string id = whole_id(intake, noun, word);
        if (std::ranges::find(ids, id) != ids.end()) continue;
        ids.push_back(id);
        paths.push_back(event::path_of(noun, id));
    }
    event::Removal removal{arguments.has("--cascade"), ""};
    if (const auto other = arguments.value("--replace-by")) removal.replace_by = whole_id(intake, noun, *other);
    if (std::ranges::find(ids, removal.replace_by) != ids.end())
        throw text::Failure(fmt::format("`{}` is among those that go", removal.replace_by), {}, text::wrong_usage);
    for (const std::string& id : ids)
        told.lines.push_back(fmt::format("removed {}: {}", id, intake.directory().name(noun, id)));
    event::remove_records(intake.directory(), drafts, noun, ids, removal);
    told.removed = ids;
    if (const std::size_t others = others_changed(drafts, paths); others > 0)
        told.lines.push_back(fmt::format("{} that named them changed too", text::counted(others, "file")));
}

}  // namespace backops::cmd
