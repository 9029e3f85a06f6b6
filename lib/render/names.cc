#include "render/names.h"

#include "text/width.h"

namespace backops::render {

namespace {

template <class R>
std::string name_in(const std::vector<R>& records, std::string_view id) {
    const R* record = model::find(records, id);
    return record && !record->name.empty() ? text::one_line(record->name) : std::string();
}

}  // namespace

std::string area_name(const model::Plan& plan, std::string_view id) {
    std::string name = name_in(plan.areas, id);
    return name.empty() ? text::one_line(id) : name;
}

std::string party_name(const model::Plan& plan, std::string_view id) {
    std::string name = name_in(plan.collaborators, id);
    if (name.empty()) name = name_in(plan.crew, id);
    return name.empty() ? text::one_line(id) : name;
}

std::string joined(std::span<const std::string> things, std::string_view between) {
    std::string all;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (i > 0) all += between;
        all += things[i];
    }
    return all;
}

std::string shortened(std::span<const std::string> things, std::string_view between, int width) {
    const int gap = text::display_width(between);
    const auto more = [&](std::size_t shown) {
        return std::string(between) + std::to_string(things.size() - shown) + " more";
    };
    // How many fit, and how many with the words for the rest behind them.
    std::size_t fitting = 0, fitting_with_more = 0;
    for (int taken = 0; fitting < things.size(); ++fitting) {
        taken += (fitting > 0 ? gap : 0) + text::display_width(things[fitting]);
        if (taken > width) break;
        if (taken + text::display_width(more(fitting + 1)) <= width) fitting_with_more = fitting + 1;
    }
    if (fitting == things.size() || things.size() < 2) return text::cut(joined(things, between), width);
    if (fitting_with_more > 0) return joined(things.first(fitting_with_more), between) + more(fitting_with_more);
    constexpr int least_of_a_name = 8;
    const int room = width - text::display_width(more(1));
    return things.size() == 2 || room < least_of_a_name ? text::cut(joined(things, between), width)
                                                        : text::cut(things.front(), room) + more(1);
}

std::vector<std::string> folded(std::string_view words, int width, std::size_t most) {
    std::vector<std::string> lines = text::wrapped(words, width);
    if (lines.size() <= most) return lines;
    const std::string rest = joined(std::span(lines).subspan(most - 1), " ");
    lines.resize(most);
    lines.back() = text::cut(rest, width);
    return lines;
}

}  // namespace backops::render
