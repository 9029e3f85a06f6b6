#include "render/schedule_markdown.h"

#include <limits>

#include "render/agenda_days.h"
#include "render/markdown.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "text/wording.h"

namespace backops::render {

namespace {

constexpr int unbounded = std::numeric_limits<int>::max();

}  // namespace

std::string schedule_document(const Drawing& drawing, std::span<const AgendaRow> rows, std::string_view body) {
    std::string all = "# " + markdown(schedule_title(drawing)) + "\n\n" + markdown(zone_words(drawing)) + "\n\n";
    if (rows.empty()) return all + markdown(nothing_found(drawing.plan, drawing.selection, unbounded)) + '\n';
    std::string foot = text::counted(rows.size(), "activity");
    for (const std::string& part : legend(rows)) foot += " · " + part;
    return all + std::string(body) + markdown(foot) + '\n';
}

std::string markdown_day(const Drawing& drawing, time::Date day) {
    const std::string context = day_context(drawing.plan.event, drawing.schedule.bands, day, unbounded);
    std::string all = "## " + markdown(day_label(drawing.plan.event, day)) + "\n\n";
    return context.empty() ? all : all + markdown(context) + "\n\n";
}

}  // namespace backops::render
