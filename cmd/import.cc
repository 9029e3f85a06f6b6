#include <fmt/format.h>

#include "cmd/describing.h"
#include "cmd/importing.h"
#include "cmd/nouns.h"
#include "cmd/output_file.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

void count(std::vector<std::string>& parts, std::size_t number, std::string_view noun, std::string_view verb) {
    if (number > 0) parts.push_back(fmt::format("{} {}", text::counted(number, noun), verb));
}

// "674 activities added, 26 areas made".
std::string summary(const exchange::ImportReport& report) {
    std::vector<std::string> parts;
    count(parts, report.added.size(), "activity", "added");
    count(parts, report.changed.size(), "activity", "changed");
    count(parts, report.unchanged.size(), "activity", "unchanged");
    count(parts, report.areas.size(), "area", "made");
    count(parts, report.collaborators.size(), "collaborator", "made");
    count(parts, report.crew.size(), "crew member", "made");
    return parts.empty() ? "no activity" : fmt::format("{}", fmt::join(parts, ", "));
}

// What was made from a name may be a name that was mistyped.
void tell_made(Told& told, std::string_view what, const std::vector<std::string>& ids) {
    constexpr std::size_t most = 12;
    if (!ids.empty()) told.lines.push_back(fmt::format("made {}: {}", what, text::listed(ids, most)));
}

// When things are as it was understood: an end in a wrong column, or a half of a day, shows here.
void tell_times(event::Directory& directory, event::Drafts& drafts, Told& told) {
    constexpr std::size_t most = 12;
    std::size_t count = 0;
    for (const auto& [verb, ids] : {std::pair{"added", &told.added}, std::pair{"changed", &told.changed}})
        for (const std::string& id : *ids) {
            if (++count > most) continue;
            const event::RecordFile record = drafts.of(event::Noun::activity, id).read();
            told.lines.push_back(fmt::format("{} {}: {}", verb, id, when(directory, record)));
        }
    if (count > most) told.lines.push_back(fmt::format("and {} more", count - most));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> pairs_of(const Arguments& arguments, std::string_view option,
                                                          std::string_view form, std::string_view example) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& typed : arguments.values(option)) {
        const std::size_t equals = typed.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == typed.size())
            throw text::Failure(fmt::format("{} {} is not {}", option, text::quoted(typed), form),
                                {fmt::format("such as {} {}", option, example)}, text::wrong_usage);
        pairs.emplace_back(typed.substr(0, equals), typed.substr(equals + 1));
    }
    return pairs;
}

int import_file(Session& session, const Arguments& arguments, std::string_view noun, const Importer& importer) {
    const std::string& file = arguments.words[0];
    const std::string name = file == "-" ? "standard input" : file;
    std::string text = read_file(file);
    event::Directory directory = session.open(files::Access::write);
    directory.event();
    event::Intake intake = session.intake(directory);
    event::Drafts drafts(directory);
    const exchange::ImportReport report = importer(directory, intake, drafts, name, std::move(text));
    session.notices(intake);
    if (text::any_error(report.problems)) throw text::Failure(report.problems, "nothing was imported");
    session.print(report.problems);
    Told told{report.added, report.changed, {}, {}};
    tell_times(directory, drafts, told);
    for (const auto* made : {&report.areas, &report.collaborators, &report.crew})
        told.added.insert(told.added.end(), made->begin(), made->end());
    told.lines.insert(told.lines.begin(),
                      fmt::format("{} from {}: {}", text::counted(report.rows, noun), name, summary(report)));
    tell_made(told, "areas", report.areas);
    tell_made(told, "collaborators", report.collaborators);
    tell_made(told, "crew", report.crew);
    told.lines.insert(told.lines.end(), report.notes.begin(), report.notes.end());
    return write(session, arguments, directory, drafts, told);
}

Noun import_noun() {
    return {"import", "activities from other programs' files", {import_csv_verb(), import_ics_verb()}};
}

}  // namespace backops::cmd
