#include "exchange/csv_export.h"

#include "exchange/csv_columns.h"
#include "render/csv_cell.h"
#include "text/width.h"

namespace backops::exchange {
namespace {

std::string joined(const std::vector<std::string>& ids) {
    std::string all;
    for (const std::string& id : ids) all += (all.empty() ? "" : ";") + id;
    return all;
}

std::string time_text(const model::Activity& activity, const time::WallTime& time) {
    return activity.all_day ? time::to_text(time.date) : time::to_text(time);
}

std::string text_of(const model::Activity& activity, Column column) {
    switch (column) {
        case Column::id:
            return activity.id;
        case Column::name:
            return activity.name;
        case Column::start:
            return time_text(activity, activity.start);
        case Column::end:
            return activity.end ? time_text(activity, *activity.end) : "";
        case Column::duration:
            return activity.duration ? time::to_text(*activity.duration) : "";
        case Column::areas:
            return joined(activity.areas);
        case Column::organizers:
            return joined(activity.organizers);
        case Column::required:
            return joined(activity.participants.required);
        case Column::optional:
            return joined(activity.participants.optional);
        case Column::kind:
            return activity.kind;
        case Column::status:
            return std::string(model::word_for(activity.status));
        case Column::location:
            return activity.location;
        case Column::description:
            return activity.description;
    }
    return {};
}

std::vector<Column> columns_for(schedule::Audience audience) {
    if (audience == schedule::Audience::everyone)
        return {Column::id,       Column::name,  Column::start,    Column::end,
                Column::duration, Column::areas, Column::location, Column::description};
    std::vector<Column> all;
    for (std::size_t i = 0; i < column_names.size(); ++i) all.push_back(static_cast<Column>(i));
    return all;
}

}  // namespace

model::Activity as_first_shown(const schedule::Occurrence& occurrence) {
    const bool has_own = occurrence.change && occurrence.change->description;
    model::Activity shown = *occurrence.activity;
    shown.name = occurrence.name();
    shown.start = occurrence.start;
    if (occurrence.activity->end || (occurrence.change && occurrence.change->end)) {
        shown.end = occurrence.end;
        shown.duration.reset();
    }
    shown.areas = occurrence.areas();
    shown.location = occurrence.location();
    if (has_own) shown.description = *occurrence.change->description;
    return shown;
}

std::string activities_csv(std::span<const model::Activity* const> activities, schedule::Audience audience) {
    const std::vector<Column> columns = columns_for(audience);
    std::string csv;
    for (const Column column : columns)
        csv.append(csv.empty() ? "" : ",").append(column_names[static_cast<std::size_t>(column)]);
    csv += "\r\n";
    for (const model::Activity* activity : activities) {
        if (activity->start.date == time::Date{}) continue;
        for (const Column column : columns)
            csv.append(column == columns.front() ? "" : ",")
                .append(render::csv_cell(text::many_lines(text_of(*activity, column))));
        csv += "\r\n";
    }
    return csv;
}

}  // namespace backops::exchange
