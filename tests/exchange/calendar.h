#pragma once

#include "exchange/ics_import.h"
#include "spreadsheet.h"

namespace backops::tests {

/// The event of Spreadsheet, into which calendars are imported.
struct Calendar : Spreadsheet {
    exchange::CalendarOptions calendar_options;

    /// Imports and, when there is no error, writes.
    exchange::ImportReport take(const std::string& text) {
        event::Directory directory(files::Store::open(open_memory(tree), files::Access::write));
        event::Intake intake(directory, [] { return time::Instant{1780000000}; });
        event::Drafts drafts(directory);
        auto report = exchange::import_ics(directory, intake, drafts, "house.ics", text, calendar_options);
        if (!text::any_error(report.problems)) directory.store().commit(drafts.changes());
        return report;
    }

    /// An event of these lines, with a UID and a name.
    static std::string event(const std::string& lines, const std::string& uid = "a@house") {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:" + uid + "\nSUMMARY:A\n" + lines + "\nEND:VEVENT\nEND:VCALENDAR\n";
    }

    /// The record that the event becomes, without its name and UID.
    std::string record(const std::string& lines) {
        const auto report = take(event(lines));
        std::string text = report.added.empty() ? "" : activity(report.added.front());
        for (const std::string known : {"name: A\n", "uid: a@house\n"})
            if (const std::size_t at = text.find(known); at != std::string::npos) text.erase(at, known.size());
        return text;
    }

    std::vector<std::string> complaints(const std::string& text) {
        std::vector<std::string> lines;
        for (const text::Problem& problem : take(text).problems)
            lines.push_back(std::to_string(problem.place.line) + " " + problem.message);
        return lines;
    }
};

}  // namespace backops::tests
