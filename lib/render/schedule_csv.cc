#include <array>
#include <string>
#include <string_view>

#include "render/agenda.h"
#include "render/csv_cell.h"
#include "render/schedule_row.h"
#include "text/width.h"

namespace backops::render {

namespace {

enum class Part : unsigned char { all, date, clock };

/// What a column takes of a row's object.
struct Column {
    std::string_view name;
    std::string_view key;
    Part part = Part::all;
};

constexpr std::array<Column, 21> columns = {{{"id", "id"},
                                             {"occurrence", "occurrence"},
                                             {"name", "name"},
                                             {"kind", "kind"},
                                             {"status", "status"},
                                             {"day", "day"},
                                             {"start_date", "start", Part::date},
                                             {"start_time", "start", Part::clock},
                                             {"end_date", "end", Part::date},
                                             {"end_time", "end", Part::clock},
                                             {"timezone", "timezone"},
                                             {"start_instant", "start_instant"},
                                             {"end_instant", "end_instant"},
                                             {"all_day", "all_day"},
                                             {"global", "global"},
                                             {"areas", "areas"},
                                             {"location", "location"},
                                             {"organizers", "organizers"},
                                             {"required", "required"},
                                             {"optional", "optional"},
                                             {"via", "via"}}};

std::string words_of(const Json& value) {
    if (value.is_null()) return {};
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (!value.is_array()) return value.get<std::string>();
    std::string all;
    for (const Json& item : value) all += (all.empty() ? "" : ";") + item.get<std::string>();
    return all;
}

std::string part_of(const std::string& time, Part part) {
    if (part == Part::all) return time;
    const std::size_t between = time.find('T');
    if (part == Part::date) return time.substr(0, between);
    return between == std::string::npos ? std::string() : time.substr(between + 1);
}

}  // namespace

std::string schedule_csv(const schedule::Schedule& schedule) {
    std::string all;
    for (const Column& column : columns) all.append(all.empty() ? "" : ",").append(column.name);
    all += "\r\n";
    for (const schedule::Row& row : schedule.rows) {
        const Json json = row_json(row);
        for (const Column& column : columns) {
            if (&column != columns.data()) all += ',';
            all += csv_cell(text::one_line(part_of(words_of(json.at(column.key)), column.part)));
        }
        all += "\r\n";
    }
    return all;
}

}  // namespace backops::render
