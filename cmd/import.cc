#include <fmt/format.h>

#include "cmd/nouns.h"
#include "cmd/output_file.h"
#include "cmd/session.h"
#include "cmd/writing.h"
#include "event/referrers.h"
#include "exchange/csv_import.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

std::vector<std::pair<std::string, std::string>> mapped_columns(const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> map;
    for (const std::string& typed : arguments.values("--map")) {
        const std::size_t equals = typed.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == typed.size())
            throw text::Failure(fmt::format("--map {} is not COLUMN=HEADING", text::quoted(typed)),
                                {"such as --map name=Title"}, text::wrong_usage);
        map.emplace_back(typed.substr(0, equals), typed.substr(equals + 1));
    }
    return map;
}

void count(std::vector<std::string>& parts, std::size_t number, std::string_view noun, std::string_view verb) {
    if (number > 0) parts.push_back(fmt::format("{} {}", text::counted(number, noun), verb));
}

// "674 activities added, 26 areas made".
std::string summary(const exchange::ImportReport& report) {
    std::vector<std::string> parts;
    count(parts, report.added.size(), "activity", "added");
    count(parts, report.changed.size(), "activity", "changed");
    count(parts, report.unchanged.size(), "activity", "as they were");
    count(parts, report.areas.size(), "area", "made");
    count(parts, report.collaborators.size(), "collaborator", "made");
    count(parts, report.crew.size(), "crew member", "made");
    return fmt::format("{}", fmt::join(parts, ", "));
}

// What was made from a name may be a name that was mistyped.
void tell_made(Told& told, std::string_view what, const std::vector<std::string>& ids) {
    constexpr std::size_t most = 12;
    if (!ids.empty()) told.lines.push_back(fmt::format("made {}: {}", what, text::listed(ids, most)));
}

int import_csv(Session& session, const Arguments& arguments) {
    const exchange::ImportOptions options{mapped_columns(arguments), arguments.values("--ignore"),
                                          arguments.has("--create"), arguments.value("--crew-of", "")};
    const std::string& file = arguments.words[0];
    std::string text = read_file(file);
    event::Directory directory = session.open(files::Access::write);
    directory.event();
    event::Intake intake = session.intake(directory);
    event::Drafts drafts(directory);
    const exchange::ImportReport report = exchange::import_csv(
        directory, intake, drafts, file == "-" ? "standard input" : file, std::move(text), options);
    session.notices(intake);
    if (text::any_error(report.problems)) throw text::Failure(report.problems, "nothing was imported");
    session.print(report.problems);
    Told told{report.added, report.changed, {}, {}};
    for (const auto* made : {&report.areas, &report.collaborators, &report.crew})
        told.added.insert(told.added.end(), made->begin(), made->end());
    told.lines.push_back(fmt::format("{} from {}: {}", text::counted(report.rows, "row"),
                                     file == "-" ? "standard input" : file, summary(report)));
    tell_made(told, "areas", report.areas);
    tell_made(told, "collaborators", report.collaborators);
    tell_made(told, "crew", report.crew);
    return write(session, arguments, directory, drafts, told);
}

}  // namespace

Noun import_noun() {
    std::vector<Option> options{
        {"--map", "COLUMN=HEADING", "a column that has another heading, such as name=Title", true},
        {"--ignore", "HEADING", "leave the column with this heading out", true},
        {"--create", "", "make the areas, collaborators and people that are missing"},
        {"--crew-of", "COLLAB", "the collaborator of people who are made; a cell may say Person <Company>"}};
    for (const Option& option : checked_write_options()) options.push_back(option);
    return {"import",
            "activities from other programs' files",
            {{"csv",
              "Adds and updates activities from a spreadsheet\n\n"
              "Its columns: id, name, start, end or duration, areas, organizers, required, optional, kind,\n"
              "status, location, description. Lists in a cell are split by `;`.",
              {"FILE", 1, 1},
              std::move(options),
              import_csv}}};
}

}  // namespace backops::cmd
