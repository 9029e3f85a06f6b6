#include "edits/copy.h"

#include "event/node_values.h"
#include "event/timing.h"

namespace backops::edits {

using event::Draft;
using event::Noun;

Draft& copy(event::Drafts& drafts, const Draft& from, const std::string& new_id) {
    Draft& fresh = drafts.fresh(Noun::activity, new_id, from.document().text());
    for (const char* key : {"uid", "accept", "continues"}) fresh.document().remove({key});
    return fresh;
}

std::optional<time::Date> show_day_of(const Draft& activity, event::Intake& intake) {
    const auto start = event::time_of(activity.document().root(), "start");
    if (!start) return std::nullopt;
    return start->is_date ? start->time.date : time::show_day(start->time, intake.setting().day_start);
}

void move_to_day(Draft& activity, time::Date day, event::Intake& intake) {
    auto start = event::time_of(activity.document().root(), "start");
    if (!start) return;
    start->time.date = start->time.date + (day - *show_day_of(activity, intake));
    const std::string text = start->is_date ? time::to_text(start->time.date) : time::to_text(start->time);
    event::set_timing(activity, {text, std::nullopt, std::nullopt, start->is_date}, intake);
}

}  // namespace backops::edits
