#include "cmd/writing.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "check/finding.h"
#include "cmd/checking.h"
#include "cmd/values.h"
#include "render/record_json.h"
#include "text/diff.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/paint.h"
#include "text/width.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

std::vector<files::Change> effective(std::vector<files::Change> changes) {
    std::erase_if(changes, [](const files::Change& change) { return change.before == change.after; });
    std::sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return changes;
}

std::optional<std::string_view> view(const std::optional<std::string>& text) {
    return text ? std::optional<std::string_view>(*text) : std::nullopt;
}

void print_diff(Session& session, const std::vector<files::Change>& changes) {
    for (const files::Change& change : changes) {
        const std::string diff = text::unified_diff(change.path, view(change.before), view(change.after));
        const bool for_looking = isatty(STDOUT_FILENO) || session.colour();
        session.out(for_looking ? text::shown_diff(diff, session.colour()) : diff);
    }
}

bool is_checked(const Arguments& arguments) {
    if (arguments.has("--strict") && arguments.has("--no-check"))
        throw text::Failure("`--strict` and `--no-check` are both given", {"keep one of them"}, text::wrong_usage);
    const auto& options = arguments.verb->options;
    const bool can_be = std::ranges::find(options, "--no-check", &Option::name) != options.end();
    return can_be && !arguments.has("--no-check");
}

// On one line: the record is the one that was just edited, or is named.
std::string broken_line(Session& session, const text::Problem& problem) {
    const text::Problem line{
        problem.severity, problem.rule, check::without_place(problem.message, problem.occurrences), {}, {}, {}};
    std::string shown = text::to_text(line, session.error_colour());
    shown.pop_back();
    return shown;
}

void tell_broken(Session& session, const text::Problems& broken) {
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(most, broken.size()); ++i)
        session.painted_note(broken_line(session, broken[i]));
    if (broken.size() > most) session.note(fmt::format("and {} more: backops check", broken.size() - most));
}

}  // namespace

std::vector<Option> write_options() {
    return {{"--dry-run", "", "print the diff that would be made, and write nothing"},
            {"--format", value::text_or_json, "say what was done as text or json"}};
}

std::vector<Option> checked_write_options() {
    std::vector<Option> options = write_options();
    options.push_back({"--strict", "", "write nothing if that breaks anything: two places at once, a short rest, …"});
    options.push_back({"--no-check", "", "do not look at what it breaks"});
    return options;
}

int write(Session& session, const Arguments& arguments, event::Directory& directory, const event::Drafts& drafts,
          const Told& told) {
    const std::string format = format_of(arguments, {"text", "json"});
    const auto changes = effective(drafts.changes());
    const bool dry = arguments.has("--dry-run");
    Consequences then;
    if (is_checked(arguments) && !changes.empty()) then = consequences_of(session, directory, changes);
    const text::Problems& broken = then.broken;
    if (!broken.empty() && arguments.has("--strict")) {
        tell_broken(session, broken);
        throw text::Failure("that would break what was right\nnothing was changed");
    }
    if (!dry) {
        directory.store().commit(changes);
        for (const std::string& notice : directory.store().notices()) session.note(notice);
    }
    std::vector<std::string> paths;
    for (const files::Change& change : changes) paths.push_back(change.path);
    if (format == "json") {
        session.out(render::change_json({dry, told.added, told.changed, told.removed, paths, broken}));
        return 0;
    }
    if (dry) print_diff(session, changes);
    for (const std::string& line : told.lines)
        dry ? session.note(text::one_line(line)) : session.out(text::one_line(line) + "\n");
    tell_broken(session, broken);
    for (const std::string& line : then.taken_away) session.note(line);
    if (told.lines.empty()) session.note("standard input named nothing: nothing to do");
    if (dry) session.note(changes.empty() ? "nothing would change" : "nothing was written: this is what would be");
    return 0;
}

std::string format_of(const Arguments& arguments, const std::vector<std::string>& formats) {
    const std::string format = arguments.value("--format", formats.front());
    if (std::find(formats.begin(), formats.end(), format) != formats.end()) return format;
    std::vector<std::string> hints;
    if (const auto near = text::nearest(format, formats)) hints.push_back(fmt::format("did you mean `{}`?", *near));
    throw text::Failure(fmt::format("{} is no format here: there is {}", text::quoted(format), text::listed(formats)),
                        std::move(hints), text::wrong_usage);
}

std::string ending_of(const std::string& format) { return format == "text" ? ".txt" : "." + format; }

std::string format_for(const Arguments& arguments, const std::vector<std::string>& formats) {
    const auto file = arguments.value("-o");
    if (!file || arguments.has("--format")) return format_of(arguments, formats);
    const std::string ending = std::filesystem::path(*file).extension().string();
    if (ending.empty()) return formats.front();
    std::vector<std::string> endings;
    for (const std::string& format : formats) {
        endings.push_back(ending_of(format));
        if (ending == endings.back() || (ending == ".htm" && format == "html")) return format;
    }
    throw text::Failure(
        fmt::format("no format has the ending of {}", text::quoted(*file)),
        {fmt::format("the endings are {}", text::listed(endings)), "or say which format it is: --format html"},
        text::wrong_usage);
}

std::vector<std::string> typed_ids(const Arguments& arguments) {
    std::vector<std::string> ids;
    for (const std::string& word : arguments.words) {
        if (word != "-") {
            ids.push_back(word);
            continue;
        }
        const std::string input = Session::read_input();
        for (std::size_t at = 0; at < input.size();) {
            const std::size_t end = std::min(input.find('\n', at), input.size());
            std::string line = input.substr(at, end - at);
            while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
            if (!line.empty()) ids.push_back(std::move(line));
            at = end + 1;
        }
    }
    return ids;
}

}  // namespace backops::cmd
