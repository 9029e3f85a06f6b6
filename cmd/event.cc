#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "cmd/describing.h"
#include "cmd/home.h"
#include "cmd/nouns.h"
#include "cmd/record_verbs.h"
#include "cmd/session.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "event/creation.h"
#include "event/node_values.h"
#include "event/read.h"
#include "event/values.h"
#include "files/trouble.h"
#include "render/record_json.h"
#include "render/table.h"
#include "text/diff.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {
namespace {

namespace fs = std::filesystem;

std::array<unsigned char, 16> random_bytes() {
    std::array<unsigned char, 16> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw text::Failure("the system gives no random bytes");
    return bytes;
}

time::Date date_option(const Arguments& arguments, std::string_view option) {
    const auto typed = arguments.value(option);
    if (!typed)
        throw text::Failure(
            fmt::format("`{}` is missing: the event's {} day", option, option == "--start" ? "first" : "last"),
            {fmt::format("such as {} 2026-06-10", option)}, text::wrong_usage);
    if (const auto date = time::parse_date(*typed)) return *date;
    throw text::Failure(fmt::format("{}: {} is no date", option, text::quoted(*typed)),
                        {"write year, month and day, such as 2026-06-10"}, text::wrong_usage);
}

std::string clock_option(const Arguments& arguments) {
    const std::string typed = arguments.value("--day-start", "04:00");
    const auto clock = time::parse_clock(typed);
    if (!clock || *clock >= 12 * 3600)
        throw text::Failure(fmt::format("--day-start: {} is no clock time before noon", text::quoted(typed)),
                            {"such as --day-start 04:00"}, text::wrong_usage);
    return time::clock_text(*clock);
}

std::string zone_option(const Arguments& arguments, const std::string& otherwise) {
    const std::string typed = arguments.value("--timezone", otherwise);
    if (typed.empty())
        throw text::Failure("`--timezone` is missing: times need a zone",
                            {"an IANA name, such as --timezone Europe/Berlin"}, text::wrong_usage);
    const event::Field& field = *event::find_field(event::fields_of(event::Noun::event), "timezone");
    if (auto wrong = event::wrong_value(field, "timezone", typed))
        throw text::Failure("--timezone: " + wrong->message, wrong->hints, text::wrong_usage);
    return typed;
}

// All that is missing at once, with a whole line to follow.
void needs_options(const Arguments& arguments, bool like) {
    std::vector<std::string> missing;
    for (const std::string_view option : {"--start", "--timezone", "--collab"})
        if (!arguments.has(option) && (option == "--start" || !like)) missing.push_back(fmt::format("`{}`", option));
    if (missing.empty()) return;
    throw text::Failure(
        fmt::format("{} {} missing", text::listed(missing), missing.size() == 1 ? "is" : "are"),
        {fmt::format("such as: backops event new {} --name \"Summer Sound\" --start 2026-06-10 --end 2026-06-14{}",
                     arguments.words[0],
                     like ? " --like DIR" : " --timezone Europe/Berlin --collab \"Northlight Events\"")},
        text::wrong_usage);
}

event::NewEvent wanted_event(const Arguments& arguments, const std::string& target, const model::Event* like) {
    needs_options(arguments, like != nullptr);
    event::NewEvent wanted;
    wanted.name = arguments.value("--name", fs::path(target).lexically_normal().filename().string());
    wanted.kind = arguments.value("--kind", "");
    wanted.description = arguments.value("--description", "");
    wanted.timezone = zone_option(arguments, like ? like->timezone : "");
    wanted.start = date_option(arguments, "--start");
    wanted.end = arguments.has("--end") ? date_option(arguments, "--end") : wanted.start;
    if (wanted.end < wanted.start)
        throw text::Failure("the event would end before it starts", {"--end is the last day, and may be the first"},
                            text::wrong_usage);
    wanted.day_start =
        like && !arguments.has("--day-start") ? time::clock_text(like->day_start) : clock_option(arguments);
    wanted.uid = event::uuid(random_bytes());
    wanted.collaborator = arguments.value("--collab", "");
    if (wanted.collaborator.empty() && !like)
        throw text::Failure("`--collab` is missing: the organisation that crew belong to when nothing else is said",
                            {"such as --collab \"Northlight Events\""}, text::wrong_usage);
    return wanted;
}

render::Written made(const std::vector<files::Change>& files, bool dry) {
    render::Written written{dry, {}, {}, {}, {}};
    for (const files::Change& file : files) written.files.push_back(file.path);
    std::sort(written.files.begin(), written.files.end());
    for (const std::string& path : written.files)
        if (path.ends_with(".yaml") && path.find('/') != std::string::npos)
            written.added.push_back(fs::path(path).stem().string());
    return written;
}

int new_event(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    // `-C` says where an event is looked for; paths stay relative to where the user is.
    const fs::path target = arguments.words[0];
    std::error_code error;
    if (fs::exists(fs::symlink_status(target / "event.yaml", error)))
        throw text::Failure(
            fmt::format("{} holds an event already", text::quoted(arguments.words[0])),
            {fmt::format("look at it: backops -C {} event show", text::shell_word(arguments.words[0]))});
    std::optional<event::Directory> like;
    if (const auto directory = arguments.value("--like")) {
        const fs::path path = *directory;
        const bool is_there = fs::exists(path / "event.yaml", error);
        if (error) throw cannot_read((path / "event.yaml").string(), error);
        if (!is_there)
            throw text::Failure(fmt::format("{} holds no event", text::quoted(*directory)), {}, text::wrong_usage);
        like.emplace(open_store(path.string(), files::Access::read));
    }
    const event::NewEvent wanted = wanted_event(arguments, arguments.words[0], like ? &like->event() : nullptr);
    const auto files = like ? event::new_event_like(wanted, *like) : event::new_event(wanted);
    for (const files::Change& file : files)
        if (file.path.ends_with("event.yaml")) {
            const event::RecordFile read = event::read_record(event::Noun::event, "", *file.after);
            if (text::any_error(read.problems)) throw text::Failure(read.problems, "nothing was made");
        }
    if (format == "json") {
        if (!arguments.has("--dry-run")) files::create_directory(target.string(), files, home_for(target.string()));
        session.out(render::change_json(made(files, arguments.has("--dry-run"))));
        return 0;
    }
    if (arguments.has("--dry-run")) {
        for (const files::Change& file : files) session.out(text::unified_diff(file.path, std::nullopt, *file.after));
        session.note("nothing was written: this is what would be");
        return 0;
    }
    files::create_directory(target.string(), files, home_for(target.string()));
    session.out(
        fmt::format("made {}: {}, {}\n", arguments.words[0], wanted.name, time::days_text(wanted.start, wanted.end)));
    session.out(
        fmt::format("next: cd {}, then backops {}\n", text::shell_word(arguments.words[0]),
                    like ? "activity add \"Load-in\" --start \"day 1 08:00\" --for 2h" : "area add \"Main Stage\""));
    return 0;
}

struct Listed {
    std::string directory;
    std::optional<std::string> name = {}, start = {}, end = {}, timezone = {}, uid = {};
    bool wrong = false;
};

std::optional<std::string> word_in(const yaml::Node& root, std::string_view key) {
    std::string word = event::text_of(root, key);
    return word.empty() ? std::nullopt : std::optional(std::move(word));
}

std::optional<std::string> date_in(const yaml::Node& root, std::string_view key) {
    const auto date = event::date_of(root, key);
    return date ? std::optional(time::to_text(*date)) : std::nullopt;
}

std::optional<Listed> listed(Session& session, const fs::path& path, const std::string& shown) {
    std::error_code error;
    if (!fs::is_regular_file(path / "event.yaml", error)) return std::nullopt;
    event::Directory directory(open_store(path.string(), files::Access::read));
    for (const std::string& notice : directory.store().notices()) session.note(shown + ": " + notice);
    const event::RecordFile& file = directory.file(event::Noun::event, "");
    session.print(file.problems);
    Listed event;
    event.directory = shown;
    event.wrong = text::any_error(file.problems);
    if (!file.tree) return event;
    const yaml::Node& root = *file.tree;
    event.name = word_in(root, "name");
    event.start = date_in(root, "start");
    event.end = date_in(root, "end");
    event.timezone = word_in(root, "timezone");
    event.uid = word_in(root, "uid");
    return event;
}

int list_events(Session& session, const Arguments& arguments) {
    const std::string format = format_of(arguments, {"text", "json"});
    const fs::path start = arguments.words.empty() ? fs::path(session.start()) : fs::path(arguments.words[0]);
    std::vector<fs::path> folders;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(start, error))
        if (entry.is_directory() && !entry.is_symlink() && !entry.path().filename().string().starts_with('.'))
            folders.push_back(entry.path());
    if (error)
        throw text::Failure(fmt::format("cannot list {}: {}", text::quoted(start.string()), files::reason(error)));
    std::sort(folders.begin(), folders.end());
    std::vector<Listed> events;
    if (auto here = listed(session, start, ".")) events.push_back(std::move(*here));
    for (const fs::path& folder : folders)
        if (auto event = listed(session, folder, folder.filename().string())) events.push_back(std::move(*event));
    int status = 0;
    std::map<std::string, std::string> uids;
    for (const Listed& event : events) {
        if (event.wrong) status = text::refused;
        if (!event.uid) continue;
        const auto [first, is_new] = uids.emplace(*event.uid, event.directory);
        if (is_new) continue;
        session.note(
            fmt::format("error: {} and {} have one uid [shared-uid]\n  hint: the copy needs one of its own: backops "
                        "event new --like",
                        text::quoted(first->second), text::quoted(event.directory)));
        status = text::refused;
    }
    if (format == "json") {
        std::vector<render::Row> rows;
        for (const Listed& e : events)
            rows.push_back({{"directory", e.directory},
                            {"name", e.name},
                            {"start", e.start},
                            {"end", e.end},
                            {"timezone", e.timezone},
                            {"uid", e.uid}});
        session.out(render::rows_json("backops/events/1", "events", rows));
    } else if (events.empty()) {
        session.note("there is no event in this directory: backops event new");
    } else {
        std::vector<std::vector<std::string>> rows;
        for (const Listed& e : events)
            rows.push_back({e.directory, e.name.value_or("(cannot be read)"), e.start.value_or(""), e.end.value_or(""),
                            e.timezone.value_or("")});
        session.out(
            render::table({"DIRECTORY", "NAME", "START", "END", "TIME ZONE"}, rows, session.width(), session.colour()));
    }
    return status;
}

std::vector<Option> event_keys() {
    return with_shared_keys(
        {{"--name", "NAME", "the event's name", false, Effect::set, "name"},
         {"--kind", "WORD", "such as festival or conference", false, Effect::set, "kind"},
         {"--timezone", value::zone, "the IANA zone of all times", false, Effect::set, "timezone"},
         {"--start", "DATE", "the first day", false, Effect::set, "start"},
         {"--end", "DATE", "the last day", false, Effect::set, "end"},
         {"--day-start", "CLOCK", "when a show day begins", false, Effect::set, "day_start"},
         {"--collab", value::collaborator, "the default collaborator", false, Effect::set, "default_collaborator"},
         {"--column", "TEXT", "a department of run sheets", true, Effect::add, "columns"},
         {"--window", "KIND", "a kind in which other things happen", true, Effect::add, "windows"}});
}

}  // namespace

Noun event_noun() {
    Verb fresh{
        "new",
        "Makes an event: its directory, event.yaml and its default collaborator",
        {{"DIRECTORY", "<directory>"}, 1, 1},
        {{"--name", "NAME", "the event's name; else the directory's"},
         {"--start", "DATE", "its first day"},
         {"--end", "DATE", "its last day; else the first"},
         {"--timezone", value::zone, "its IANA time zone, such as Europe/Berlin"},
         {"--collab", "NAME", "the organisation that crew belong to when nothing else is said"},
         {"--kind", "WORD", "such as festival or conference"},
         {"--description", "TEXT", "what people should know"},
         {"--day-start", "CLOCK", "when a show day begins; else 04:00"},
         {"--like", {"DIR", "<directory>"}, "with that event's areas, collaborators, crew, views and templates"}},
        new_event};
    for (const Option& option : write_options()) fresh.options.push_back(option);
    Verb edit = edit_verb("Changes event.yaml", event_keys());
    edit.words = {};
    Verb show = show_verb("Shows event.yaml");
    show.words = {};
    Verb list{"list",
              "Lists the events in this directory and directly below it",
              {{"DIR", "<directory>"}, 0, 1},
              {{"--format", value::text_or_json, "text or json"}},
              list_events};
    return {"event", "the event itself", {fresh, show, edit, list}};
}

}  // namespace backops::cmd
