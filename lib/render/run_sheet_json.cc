#include <fmt/format.h>

#include "render/names.h"
#include "render/sheet_json.h"
#include "text/width.h"

namespace backops::render {
namespace {

/// "1:05:00", "12:30": how long into the show.
std::string running(std::int64_t seconds) {
    const std::int64_t size = seconds < 0 ? -seconds : seconds;
    const std::int64_t hours = size / 3600, minutes = size / 60 % 60;
    const std::string sign = seconds < 0 ? "-" : "";
    return hours > 0 ? fmt::format("{}{}:{:02}:{:02}", sign, hours, minutes, size % 60)
                     : fmt::format("{}{}:{:02}", sign, minutes, size % 60);
}

std::string length(std::int64_t seconds) { return time::to_text(time::Duration{seconds < 0 ? -seconds : seconds}); }

Json gap_json(std::int64_t seconds) {
    if (seconds == 0) return nullptr;
    return length(seconds) + (seconds > 0 ? " gap" : " overlap");
}

Json over_json(const std::optional<std::int64_t>& over) {
    if (!over) return nullptr;
    if (*over == 0) return "on time";
    return length(*over) + (*over > 0 ? " over" : " under");
}

Json columns_of(const model::Segment& segment, const std::vector<std::string>& columns) {
    Json cells = Json::array();
    for (const std::string& column : columns) {
        std::string_view text;
        for (const auto& [name, value] : segment.columns)
            if (name == column) text = value;
        cells.push_back({{"column", text::one_line(column)}, {"text", line_or_null(text)}});
    }
    return cells;
}

Json row_json(const SheetWords& words, const sheet::RunSheet& sheet, std::size_t index,
              const std::vector<std::string>& columns) {
    const sheet::RunRow& row = sheet.rows[index];
    const model::Segment& segment = *row.segment;
    std::vector<std::string> who;
    for (const std::string& one : segment.who) who.push_back(words.party(one));
    const bool has_next = index + 1 < sheet.rows.size();
    return {{"position", index + 1},
            {"cue", segment.cue.empty() ? Json(std::to_string(index + 1)) : Json(text::one_line(segment.cue))},
            {"name", text::one_line(segment.name)},
            {"type", line_or_null(segment.type)},
            {"start", row.is_hard ? "hard" : "soft"},
            {"is_hard", row.is_hard},
            {"from", words.time(row.time.from)},
            {"until", words.time(row.time.until)},
            {"from_instant", time::to_text(row.time.from)},
            {"until_instant", time::to_text(row.time.until)},
            {"duration", length(row.time.until.seconds - row.time.from.seconds)},
            {"total", running(row.total)},
            {"latest", words.time(row.latest)},
            {"gap", gap_json(row.gap)},
            {"is_overlap", row.gap < 0},
            {"who", who},
            {"who_text", line_or_null(joined(who, ", "))},
            {"location", line_or_null(segment.location)},
            {"color", line_or_null(segment.color)},
            {"notes", lines_or_null(segment.notes)},
            {"columns", columns_of(segment, columns)},
            {"next", has_next ? Json(text::one_line(sheet.rows[index + 1].segment->name)) : Json(nullptr)}};
}

/// The one department, else those of the event that any segment has something for.
std::vector<std::string> shown_columns(const sheet::RunSheet& sheet, const model::Event& event,
                                       const std::string& department) {
    if (!department.empty()) return {department};
    std::vector<std::string> shown;
    for (const std::string& column : event.columns)
        for (const sheet::RunRow& row : sheet.rows) {
            const auto has = [&](const auto& cell) { return cell.first == column; };
            if (std::ranges::none_of(row.segment->columns, has)) continue;
            shown.push_back(column);
            break;
        }
    return shown;
}

}  // namespace

Json SheetMaker::run_sheet(const sheet::RunRequest& request) {
    const schedule::Occurrence& occurrence = *request.occurrence;
    const sheet::RunSheet sheet = sheet::run_sheet(occurrence);
    const SheetWords words(sources_, occurrence.day, request.zone.value_or(occurrence.zone), own_keys_);
    Json json = sheet_head(words, "backops/run-sheet/1", "Run sheet", {}, sources_.audience());
    json["activity"] = rows_.of(words, std::vector{schedule::Row{occurrence, {}, std::nullopt, {}}})[0];
    const std::vector<std::string> columns = shown_columns(sheet, sources_.plan().event, request.department);
    json["department"] = line_or_null(request.department);
    json["columns"] = Json::array();
    for (const std::string& column : columns) json["columns"].push_back(text::one_line(column));
    const std::int64_t run = sheet.rows.empty() ? 0 : sheet.rows.back().total;
    json["total"] = running(run);
    json["slot"] = running(occurrence.until.seconds - occurrence.from.seconds);
    json["over"] = over_json(sheet.over);
    json["is_over"] = sheet.over && *sheet.over > 0;
    json["rows"] = Json::array();
    for (std::size_t i = 0; i < sheet.rows.size(); ++i) json["rows"].push_back(row_json(words, sheet, i, columns));
    return json;
}

}  // namespace backops::render
