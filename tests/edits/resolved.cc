#include "resolved.h"

#include <fmt/format.h>

#include "event/read.h"

namespace backops::edits::tests {

std::vector<Line> parts_of(event::Directory& directory, const event::Draft& draft) {
    model::Plan plan;
    plan.event = directory.event();
    for (const std::string& id : directory.ids(event::Noun::timeframe))
        plan.timeframes.push_back(event::read_timeframe(directory.file(event::Noun::timeframe, id)));
    plan.activities.push_back(event::read_activity(draft.read()));
    const schedule::Zones zones(plan);
    std::vector<Line> lines;
    for (const schedule::Occurrence& one : schedule::occurrences(plan, zones, std::nullopt)) {
        const auto& [required, optional] = one.participants();
        const model::Change* change = one.change;
        lines.push_back(
            {one.original ? time::to_text(*one.original) : "",
             fmt::format("{} {} {} {} {} {} {} [{}] [{}] [{}] {} {}", time::to_text(one.day), time::to_text(one.start),
                         one.end ? time::to_text(*one.end) : "-", time::to_text(one.from), time::to_text(one.until),
                         one.name(), one.location(), fmt::join(one.areas(), ","), fmt::join(required, ","),
                         fmt::join(optional, ","), static_cast<int>(one.status()),
                         change && change->notes ? *change->notes : one.activity->notes),
             one.from.seconds, one.day});
    }
    return lines;
}

std::vector<std::string> lines_of(event::Directory& directory, const event::Draft& draft) {
    std::vector<std::string> lines;
    for (const Line& line : parts_of(directory, draft)) lines.push_back(line.original + " " + line.rest);
    return lines;
}

}  // namespace backops::edits::tests
