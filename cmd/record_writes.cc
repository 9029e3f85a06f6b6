#include <fmt/format.h>

#include <algorithm>

#include "cmd/describing.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/find.h"
#include "event/node_values.h"
#include "event/referrers.h"
#include "event/repeating.h"
#include "event/timing.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::Draft;
using event::Drafts;
using event::Intake;

// `KEY=VALUE` as typed; an empty value is for `--unset`.
std::pair<std::string, std::string> key_and_value(std::string_view option, const std::string& typed) {
    const std::size_t equals = typed.find('=');
    if (equals == std::string::npos || equals == 0)
        throw text::Failure(fmt::format("{} {} is not KEY=VALUE", option, text::quoted(typed)),
                            {fmt::format("{} {}=VALUE", option, typed)}, text::wrong_usage);
    return {typed.substr(0, equals), typed.substr(equals + 1)};
}

void apply(Draft& draft, const Option& option, const std::string& value, Intake& intake) {
    switch (option.effect) {
        case Effect::set:
            if (option.key == "repeat") return event::set_repeat(draft, value, intake);
            return draft.set(option.key, value, intake);
        case Effect::set_true:
            return draft.set(option.key, "true", intake);
        case Effect::set_false:
            return draft.set(option.key, "false", intake);
        case Effect::add:
            if (option.key == "attributes") {
                const auto [key, text] = key_and_value(option.name, value);
                return draft.set("attributes." + key, text, intake);
            }
            return draft.add(option.key, value, intake);
        case Effect::remove:
            if (option.key == "attributes") return draft.unset("attributes." + value);
            return draft.remove(option.key, value, intake);
        case Effect::none:
            break;
    }
}

// `--clear area`: by the option's stem or the key itself.
std::string cleared_key(const Verb& verb, const std::string& typed) {
    for (const Option& option : verb.options)
        if (option.effect != Effect::none && option.name.substr(2) == typed) return std::string(option.key);
    return typed;
}

void apply_options(Draft& draft, const Arguments& arguments, Intake& intake) {
    const event::Timing timing{arguments.value("--start"), arguments.value("--end"), arguments.value("--for"),
                               arguments.has("--all-day")};
    if (timing.all_day && !timing.start)
        throw text::Failure("`--all-day` needs `--start`", {"such as --start fri --all-day"}, text::wrong_usage);
    if (timing.start || timing.end || timing.length) event::set_timing(draft, timing, intake);
    for (const std::string& typed : arguments.values("--clear")) draft.unset(cleared_key(*arguments.verb, typed));
    for (const Option& option : arguments.verb->options)
        if (option.effect != Effect::none)
            for (const std::string& value : arguments.values(option.name)) apply(draft, option, value, intake);
    for (const std::string& typed : arguments.values("--set")) {
        const auto [key, value] = key_and_value("--set", typed);
        draft.set(key, value, intake);
    }
    for (const std::string& typed : arguments.values("--add")) {
        const auto [key, value] = key_and_value("--add", typed);
        draft.add(key, value, intake);
    }
    for (const std::string& key : arguments.values("--unset")) draft.unset(key);
}

// What an activity's id is told apart by, when another has its name: first participant or area, then the date.
std::vector<std::string> distinctions(const Arguments& arguments, Intake& intake) {
    std::vector<std::string> words;
    if (const auto required = arguments.values("--required"); !required.empty())
        words.push_back(intake.id(event::Target::party, required.front()));
    else if (const auto areas = arguments.values("--area"); !areas.empty())
        words.push_back(intake.id(event::Target::area, areas.front()));
    if (const auto start = arguments.value("--start")) words.push_back(time::to_text(intake.start(*start).time.date));
    return words;
}

// A crew member may be known by one field only.
std::string name_of(const Arguments& arguments, event::Noun noun, const std::string& word) {
    if (!word.empty()) return word;
    if (noun == event::Noun::crew)
        for (const std::string_view option : {"--email", "--phone", "--radio", "--role"})
            if (const auto value = arguments.value(option)) return *value;
    if (noun == event::Noun::crew)
        throw text::Failure("nothing says who it is",
                            {"give a name, or one of --email, --phone, --radio and --role in its place"},
                            text::wrong_usage);
    throw text::Failure("NAME is missing", {fmt::format("usage: {}", usage(*arguments.noun, *arguments.verb))},
                        text::wrong_usage);
}

void needs_start(const Arguments& arguments, event::Noun noun) {
    if (noun != event::Noun::activity && noun != event::Noun::timeframe) return;
    if (!arguments.value("--start"))
        throw text::Failure("`--start` is missing: when does it begin?",
                            {"such as --start \"fri 14:00\"; see man backops-times"}, text::wrong_usage);
    if (noun == event::Noun::timeframe && !arguments.value("--end"))
        throw text::Failure("`--end` is missing: a time frame has a last day", {"such as --end \"day 2\""},
                            text::wrong_usage);
}

void needs_change(const Arguments& arguments) {
    const auto is_given = [&](const Option& option) { return arguments.has(option.name); };
    const auto& options = arguments.verb->options;
    const auto harmless = [](const Option& option) { return option.name == "--dry-run" || option.name == "--format"; };
    if (std::none_of(options.begin(), options.end(), [&](const Option& o) { return is_given(o) && !harmless(o); }))
        throw text::Failure("nothing says what to change",
                            {fmt::format("all that it takes: backops {} edit --help", arguments.noun->name)},
                            text::wrong_usage);
}

// A script whose variable is empty does not mean that an id shall be made up.
std::optional<std::string> typed_id(const Arguments& arguments) {
    auto typed = arguments.value("--id");
    if (typed && typed->empty()) throw text::Failure("`--id` is empty", {}, text::wrong_usage);
    return typed;
}

void one_id_only(const Arguments& arguments, std::size_t count) {
    if (typed_id(arguments) && count > 1)
        throw text::Failure(fmt::format("one `--id` cannot be the id of {}", text::counted(count, "record")),
                            {"put words that belong together in quotes"}, text::wrong_usage);
}

// The event has no id; its lines say `event`.
std::string told_id(const Draft& draft) { return draft.noun() == event::Noun::event ? "event" : draft.id(); }

std::string draft_line(event::Directory& directory, std::string_view verb, const Draft& draft) {
    return fmt::format("{} {}: {}", verb, told_id(draft), described(directory, draft.read()));
}

}  // namespace

namespace {

// Two activities may well have one name; two areas or companies are most often the same one added twice.
void note_namesake(Session& session, event::Directory& directory, event::Noun noun, const std::string& name,
                   const std::string& id) {
    if (noun == event::Noun::activity || noun == event::Noun::timeframe) return;
    const std::string plain = text::id_from(name);
    if (plain.empty() || plain == id || !directory.exists(noun, plain)) return;
    if (text::case_folded(directory.name(noun, plain)) == text::case_folded(name))
        session.note(fmt::format("warning: the {} `{}` has this name already", event::word(noun), plain));
}

// Removing asks for a whole id or name: a shortened one, typed again, would take the next that begins so.
std::string whole_id(event::Directory& directory, Intake& intake, event::Noun noun, const std::string& typed) {
    if (directory.exists(noun, typed)) return typed;
    const std::string id = intake.id(noun, typed);
    if (text::case_folded(directory.name(noun, id)) == text::case_folded(typed)) return id;
    throw text::Failure(fmt::format("no {} is called {}, and what is removed must be named in full", event::word(noun),
                                    text::quoted(typed)),
                        {fmt::format("did you mean `{}`?", id)});
}

}  // namespace

int add_record(Session& session, const Arguments& arguments) {
    const event::Noun noun = record_noun(*arguments.noun);
    std::vector<std::string> names = arguments.words;
    if (names.empty()) names.push_back(name_of(arguments, noun, ""));
    one_id_only(arguments, names.size());
    needs_start(arguments, noun);
    event::Directory directory = session.open(files::Access::write);
    directory.event();
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    Told told;
    for (const std::string& name : names) {
        const auto apart = noun == event::Noun::activity ? distinctions(arguments, intake) : std::vector<std::string>{};
        const std::string id = event::new_id(directory, noun, arguments.value("--id", ""), name, apart);
        if (drafts.has(noun, id))
            throw text::Failure(fmt::format("two of these names give the id `{}`", id), {}, text::wrong_usage);
        Draft& draft = drafts.fresh(noun, id);
        draft.set("name", name, intake);
        apply_options(draft, arguments, intake);
        if (noun == event::Noun::crew && !arguments.value("--collab"))
            draft.set("collaborator", directory.event().default_collaborator, intake);
        told.added.push_back(id);
    }
    session.notices(intake);
    note_namesake(session, directory, noun, names.front(), told.added.front());
    for (const std::string& id : told.added) told.lines.push_back(draft_line(directory, "added", drafts.of(noun, id)));
    return write(session, arguments, directory, drafts, told);
}

int edit_records(Session& session, const Arguments& arguments) {
    needs_change(arguments);
    const event::Noun noun = record_noun(*arguments.noun);
    const std::vector<std::string> typed =
        noun == event::Noun::event ? std::vector<std::string>{""} : typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    Told told;
    std::vector<std::string> ids;
    for (const std::string& word : typed) {
        const std::string id = noun == event::Noun::event ? "" : intake.id(noun, word);
        if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
        ids.push_back(id);
        apply_options(drafts.of(noun, id), arguments, intake);
    }
    session.notices(intake);
    for (const std::string& id : ids) {
        const Draft& draft = drafts.of(noun, id);
        const files::Change change = draft.change();
        const bool same = change.before == change.after;
        if (!same) told.changed.push_back(told_id(draft));
        told.lines.push_back(same ? fmt::format("nothing to change in {}", told_id(draft))
                                  : draft_line(directory, "changed", draft));
    }
    return write(session, arguments, directory, drafts, told);
}

int rename_record(Session& session, const Arguments& arguments) {
    const event::Noun noun = record_noun(*arguments.noun);
    const auto wanted = typed_id(arguments);
    if (arguments.words.size() < 2 && !wanted)
        throw text::Failure("nothing to rename it to is given",
                            {fmt::format("usage: {} [--id NEW]", usage(*arguments.noun, *arguments.verb))},
                            text::wrong_usage);
    event::Directory directory = session.open(files::Access::write);
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    Told told;
    const std::string id = intake.id(noun, arguments.words[0]);
    std::string now = id;
    if (wanted && *wanted != id) {
        now = event::new_id(directory, noun, *wanted, "");
        event::rename_id(directory, drafts, noun, id, now);
    }
    if (arguments.words.size() == 2) drafts.of(noun, id).set("name", arguments.words[1], intake);
    session.notices(intake);
    const auto changes = drafts.changes();
    const std::size_t others =
        static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [&](const files::Change& change) {
            return change.path != event::path_of(noun, id) && change.path != event::path_of(noun, now) &&
                   change.before != change.after;
        }));
    told.changed.push_back(now);
    const std::string name = event::text_of(drafts.of(noun, id).document().root(), "name");
    told.lines.push_back(now == id ? fmt::format("renamed {}: {}", id, name)
                                   : fmt::format("renamed {} to {}: {}", id, now, name));
    if (others > 0) told.lines.push_back(fmt::format("{} that named it changed too", text::counted(others, "file")));
    return write(session, arguments, directory, drafts, told);
}

int remove_records(Session& session, const Arguments& arguments) {
    const event::Noun noun = record_noun(*arguments.noun);
    const std::vector<std::string> typed = typed_ids(arguments);
    if (arguments.has("--cascade") && arguments.value("--replace-by"))
        throw text::Failure("`--cascade` and `--replace-by` are both given", {"keep one of them"}, text::wrong_usage);
    event::Directory directory = session.open(files::Access::write);
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    std::vector<std::string> ids;
    for (const std::string& word : typed) {
        const std::string id = whole_id(directory, intake, noun, word);
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    event::Removal removal{arguments.has("--cascade"), ""};
    if (const auto other = arguments.value("--replace-by"))
        removal.replace_by = whole_id(directory, intake, noun, *other);
    if (std::find(ids.begin(), ids.end(), removal.replace_by) != ids.end())
        throw text::Failure(fmt::format("`{}` is among those that go", removal.replace_by), {}, text::wrong_usage);
    Told told;
    for (const std::string& id : ids) told.lines.push_back(fmt::format("removed {}: {}", id, directory.name(noun, id)));
    event::remove_records(directory, drafts, noun, ids, removal);
    session.notices(intake);
    told.removed = ids;
    const auto changes = drafts.changes();
    if (changes.size() > ids.size())
        told.lines.push_back(
            fmt::format("{} that named them changed too", text::counted(changes.size() - ids.size(), "file")));
    return write(session, arguments, directory, drafts, told);
}

}  // namespace backops::cmd
