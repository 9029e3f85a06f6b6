#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "../files/memory_disk.h"
#include "exchange/csv_import.h"

namespace backops::tests {

/// A small event in memory into which spreadsheets are imported.
struct Spreadsheet {
    Tree tree = memory_tree({
        {"event.yaml",
         "format: 1\nuid: u-1\nname: Summer Sound\ntimezone: Europe/Berlin\nstart: 2026-06-10\nend: 2026-06-14\n"
         "default_collaborator: northlight\n"},
        {"collaborators/northlight.yaml", "name: Northlight Events\n"},
        {"collaborators/acme-audio.yaml", "name: Acme Audio\n"},
        {"crew/maya-lindt.yaml", "name: Maya Lindt\ncollaborator: acme-audio\n"},
        {"areas/main-stage.yaml", "name: Main Stage\n"},
        {"areas/tent.yaml", "name: Tent\n"},
    });
    exchange::ImportOptions options;

    /// Imports and, when there is no error, writes.
    exchange::ImportReport import(const std::string& text) {
        event::Directory directory(files::Store::open(open_memory(tree), files::Access::write));
        event::Intake intake(directory, [] { return time::Instant{1780000000}; });
        event::Drafts drafts(directory);
        auto report = exchange::import_csv(directory, intake, drafts, "plan.csv", text, options);
        if (!text::any_error(report.problems)) directory.store().commit(drafts.changes());
        return report;
    }

    /// Each problem as `line:column message`.
    std::vector<std::string> problems(const std::string& text) {
        std::vector<std::string> lines;
        for (const text::Problem& problem : import(text).problems)
            lines.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                            problem.message);
        return lines;
    }

    std::string activity(const std::string& id) const {
        const auto files = tree->files();
        const auto found = files.find("activities/" + id + ".yaml");
        return found == files.end() ? "" : found->second;
    }
};

using Lines = std::vector<std::string>;

}  // namespace backops::tests
