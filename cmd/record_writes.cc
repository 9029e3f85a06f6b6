#include <fmt/format.h>

#include <algorithm>

#include "cmd/describing.h"
#include "cmd/record_changes.h"
#include "cmd/record_keys.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/find.h"
#include "event/node_values.h"
#include "event/referrers.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using event::Draft;
using event::Drafts;
using event::Intake;

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
    needs_new_name(arguments);
    event::Directory directory = session.open(files::Access::write);
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    Told told;
    rename(drafts, intake, noun, intake.id(noun, arguments.words[0]), arguments, told);
    session.notices(intake);
    return write(session, arguments, directory, drafts, told);
}

int remove_records(Session& session, const Arguments& arguments) {
    const event::Noun noun = record_noun(*arguments.noun);
    const std::vector<std::string> typed = typed_ids(arguments);
    event::Directory directory = session.open(files::Access::write);
    Intake intake = session.intake(directory);
    Drafts drafts(directory);
    Told told;
    remove(drafts, intake, noun, typed, arguments, told);
    session.notices(intake);
    return write(session, arguments, directory, drafts, told);
}

}  // namespace backops::cmd
