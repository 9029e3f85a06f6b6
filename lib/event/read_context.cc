#include "event/node_values.h"
#include "event/read.h"

namespace backops::event {

using yaml::Node;

model::Timeframe read_timeframe(const RecordFile& file) {
    model::Timeframe timeframe;
    read_common(file, timeframe);
    if (!file.tree) return timeframe;
    const Node& root = *file.tree;
    timeframe.start = time_of(root, "start").value_or(model::TimeOrDate{});
    timeframe.end = time_of(root, "end").value_or(timeframe.start);
    timeframe.areas = texts_of(root, "areas");
    timeframe.participants = texts_of(root, "participants");
    timeframe.global = flag_of(root, "global");
    timeframe.color = text_of(root, "color");
    return timeframe;
}

model::View read_view(const RecordFile& file) {
    model::View view;
    read_common(file, view);
    if (!file.tree) return view;
    const Node& root = *file.tree;
    view.event = flag_of(root, "event");
    view.areas = texts_of(root, "areas");
    view.collaborators = texts_of(root, "collaborators");
    view.crew = texts_of(root, "crew");
    view.with_team = flag_of(root, "with_team");
    view.match_all = text_of(root, "match") == "all";
    view.kinds = texts_of(root, "kinds");
    view.statuses = texts_of(root, "statuses");
    view.roles = texts_of(root, "roles");
    view.text = text_of(root, "text");
    view.during = text_of(root, "during");
    view.audience = text_of(root, "audience");
    view.as = text_of(root, "as");
    view.columns = text_of(root, "columns");
    return view;
}

}  // namespace backops::event
