#include "edits/segments.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "event/node_values.h"
#include "event/values.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"

namespace backops::edits {
namespace {

using event::Draft;
using yaml::Value;

const yaml::Path list_path{"segments"};

const std::vector<yaml::Node>& segments_of(const Draft& activity) {
    static const std::vector<yaml::Node> none;
    const yaml::Node* list = yaml::at(activity.document().root(), list_path);
    return list ? list->items : none;
}

std::string handle(const yaml::Node& segment, std::size_t place) {
    const std::string cue = event::text_of(segment, "cue");
    return cue.empty() ? std::to_string(place + 1) : cue;
}

}  // namespace

std::size_t segment_place(const Draft& activity, std::string_view typed) {
    const auto& segments = segments_of(activity);
    std::vector<std::string> handles;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (event::text_of(segments[i], "cue") == typed) return i;
        handles.push_back(handle(segments[i], i));
    }
    if (const auto position = event::number(typed); position && static_cast<std::size_t>(*position) <= segments.size())
        return static_cast<std::size_t>(*position - 1);
    std::vector<std::string> hints;
    if (segments.empty())
        hints.push_back(fmt::format("add one: backops activity segment add {} NAME", activity.id()));
    else if (const auto near = text::nearest(typed, handles))
        hints.push_back(fmt::format("did you mean `{}`?", *near));
    else
        hints.push_back(fmt::format("there are {}", text::listed(handles, 12)));
    throw text::Failure(fmt::format("`{}` has no segment {}", activity.id(), text::quoted(typed)), std::move(hints));
}

std::size_t add_segment(Draft& activity, std::string_view name, std::optional<std::size_t> place,
                        event::Intake& intake) {
    const std::size_t count = segments_of(activity).size();
    const std::size_t at = std::min(place.value_or(count), count);
    const event::KeyPath key = event::key_path(event::Noun::activity, "segments");
    activity.document().insert(list_path, at, intake.item(*key.field, "name=segment"));
    activity.set(fmt::format("segments.{}.name", at + 1), name, intake);
    return at;
}

void remove_segment(Draft& activity, std::size_t place) { activity.document().remove({"segments", place}); }

bool has_numbered_segment(const Draft& activity, std::size_t from) {
    const auto& segments = segments_of(activity);
    for (std::size_t i = from; i < segments.size(); ++i)
        if (event::text_of(segments[i], "cue").empty()) return true;
    return false;
}

std::string segment_words(const Draft& activity, std::size_t place) {
    const yaml::Node& segment = segments_of(activity)[place];
    return fmt::format("{} {}", handle(segment, place), event::text_of(segment, "name"));
}

}  // namespace backops::edits
