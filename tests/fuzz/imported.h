#pragma once

#include <algorithm>

#include "event/load.h"
#include "exchange/import_report.h"
#include "exchange/spreadsheet.h"
#include "fuzzed.h"

namespace backops::fuzz {

inline void hold_sound(const tests::Tree& tree) {
    event::Directory directory(files::Store::open(tests::open_memory(tree), files::Access::read));
    for (const text::Problem& problem : event::load(directory).problems)
        hold(problem.severity != text::Severity::error, "what was imported has no errors", problem.message);
}

/// An import is refused and changes nothing, or the event that it makes has no errors and the same import again changes
/// nothing. `import` writes into `tree`.
template <class Import>
void hold_import(const tests::Tree& tree, Import import) {
    const auto before = tree->files();
    const exchange::ImportReport report = import();
    for (const text::Problem& problem : report.problems)
        hold(problem.message.find('\n') == std::string::npos, "a message is one line", problem.message);
    const auto after = tree->files();
    if (text::any_error(report.problems)) return hold(after == before, "what is refused changes nothing");
    hold_sound(tree);
    const exchange::ImportReport again = import();
    for (const text::Problem& problem : again.problems)
        hold(problem.severity != text::Severity::error, "what was imported is imported again", problem.message);
    const auto lacks_uid = [](const text::Problem& problem) { return problem.rule == "missing-uid"; };
    // It is found again by its name and start alone, and a rule may have moved the start.
    if (std::ranges::any_of(report.problems, lacks_uid)) return;
    for (const auto& [path, text] : tree->files()) {
        const auto found = after.find(path);
        hold(found != after.end(), "a second import adds nothing", path + ": " + text);
        hold(found->second == text, "a second import changes nothing", path + ": " + text);
    }
}

}  // namespace backops::fuzz
