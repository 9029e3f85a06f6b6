#include "render/schedule_html.h"

#include <limits>

#include "render/html.h"
#include "render/schedule_frame.h"
#include "render/selection_words.h"
#include "text/wording.h"

namespace backops::render {

namespace {

std::string foot(std::span<const AgendaRow> rows) {
    std::string words = text::counted(rows.size(), "activity");
    for (const std::string& part : legend(rows)) words += " · " + part;
    return "<p class=\"foot\">" + html(words) + "</p>\n";
}

}  // namespace

std::string schedule_page(const Drawing& drawing, std::span<const AgendaRow> rows, std::string_view body,
                          std::string_view style) {
    const std::string title = schedule_title(drawing);
    std::string all = "<h1>" + html(title) + "</h1>\n<p class=\"zone\">" + html(zone_words(drawing)) + "</p>\n";
    if (rows.empty()) {
        constexpr int one_line = std::numeric_limits<int>::max();
        all += "<p>" + html_lines(nothing_found(drawing.plan, drawing.selection, one_line)) + "</p>\n";
    } else {
        all += std::string(body) + foot(rows);
    }
    return html_page(title, all, style);
}

std::string html_span(std::string_view css_class, std::string_view words) {
    if (words.empty()) return {};
    return "<span class=\"" + std::string(css_class) + "\">" + html(words) + "</span>";
}

std::string mark_classes(const Marks& marks) {
    std::string all;
    const auto add = [&](bool holds, std::string_view name) {
        if (holds) all.append(all.empty() ? "" : " ").append(name);
    };
    add(marks.cancelled, "cancelled");
    add(marks.tentative, "tentative");
    add(marks.optional, "optional");
    add(marks.moment, "moment");
    return all;
}

}  // namespace backops::render
