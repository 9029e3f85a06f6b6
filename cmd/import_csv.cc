#include "cmd/importing.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "exchange/csv_import.h"

namespace backops::cmd {
namespace {

int import_csv(Session& session, const Arguments& arguments) {
    const exchange::ImportOptions options{pairs_of(arguments, "--map", "COLUMN=HEADING", "name=Title"),
                                          arguments.values("--ignore"), arguments.has("--create"),
                                          arguments.value("--crew-of", "")};
    return import_file(session, arguments, "row",
                       [&](auto& directory, auto& intake, auto& drafts, std::string file, std::string text) {
                           return exchange::import_csv(directory, intake, drafts, std::move(file), std::move(text),
                                                       options);
                       });
}

}  // namespace

Verb import_csv_verb() {
    std::vector<Option> options{
        {"--map", "COLUMN=HEADING", "a column that has another heading, such as name=Title", true},
        {"--ignore", "HEADING", "leave the column with this heading out", true},
        {"--create", "", "make the areas, collaborators and people that are missing"},
        {"--crew-of",
         {"COLLAB", "<collab>"},
         "the collaborator of people who are made; a cell may say Person <Company>"}};
    for (const Option& option : checked_write_options()) options.push_back(option);
    return {"csv",
            "Adds and updates activities from a spreadsheet\n\n"
            "Its columns: id, name, start, end or duration, areas, organizers, required, optional, kind,\n"
            "status, location, description. Lists in a cell are split by `;`.",
            {value::file, 1, 1},
            std::move(options),
            import_csv};
}

}  // namespace backops::cmd
