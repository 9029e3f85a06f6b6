#include "cmd/schedule_forms.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "cmd/choice.h"
#include "cmd/delivery.h"
#include "cmd/selection_options.h"
#include "cmd/values.h"
#include "cmd/writing.h"
#include "event/values.h"
#include "exchange/calendar_feed.h"
#include "render/agenda.h"
#include "render/grid.h"
#include "render/month.h"
#include "render/week.h"
#include "schedule/in_zone.h"
#include "text/failure.h"
#include "text/wording.h"

namespace backops::cmd {
namespace {

using render::Drawing;
using render::Resource;
using render::Screen;

/// A form of a schedule in each format that is drawn.
struct Form {
    std::string (*text)(const Drawing&, const Screen&);
    std::string (*markdown)(const Drawing&);
    std::string (*html)(const Drawing&);
};

constexpr std::array<std::pair<std::string_view, Form>, 4> forms = {
    {{"agenda", {render::agenda_text, render::agenda_markdown, render::agenda_html}},
     {"grid", {render::grid_text, render::grid_markdown, render::grid_html}},
     {"week", {render::week_text, render::week_markdown, render::week_html}},
     {"month", {render::month_text, render::month_markdown, render::month_html}}}};
constexpr std::array<std::pair<std::string_view, Resource>, 3> resources = {
    {{"area", Resource::area}, {"collab", Resource::collaborator}, {"crew", Resource::crew}}};

const std::vector<std::string> formats{"text", "md", "html", "json", "ndjson", "csv", "ics"};

/// What the views say about one of their keys, when they agree.
std::string of_views(const schedule::Selection& selection, const model::Plan& plan, std::string model::View::*key) {
    std::string said;
    for (const std::string& id : selection.views) {
        const model::View* view = model::find(plan.views, id);
        if (!view || (view->*key).empty()) continue;
        if (!said.empty() && said != view->*key) return {};
        said = view->*key;
    }
    return said;
}

/// A view's word that is none of the option's is a problem of its file, and reported as such.
template <class T, std::size_t N>
T chosen(const Arguments& arguments, std::string_view option, const std::string& of_views,
         const std::array<std::pair<std::string_view, T>, N>& choices) {
    if (const auto typed = arguments.value(option)) return choice(option, *typed, choices);
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const auto& known) { return known.first == of_views; });
    return found == choices.end() ? choices.front().second : found->second;
}

void refuse_idle_options(const Arguments& arguments, const std::string& format) {
    if (format == "ics" && arguments.has("--tz"))
        throw text::Failure("`--tz` is not for calendar files, which phones show on their own clocks",
                            {"leave --tz out"}, text::wrong_usage);
    const auto form = arguments.value("--as");
    if (form && *form != "grid" && arguments.has("--columns"))
        throw text::Failure(fmt::format("`--columns` is for a grid, not for {}", text::quoted(*form)),
                            {"write --as grid, or leave --columns out"}, text::wrong_usage);
}

std::string drawn(const Form& form, const std::string& format, const Drawing& drawing, const Screen& screen) {
    if (format == "json") return render::schedule_json(drawing.plan, drawing.schedule);
    if (format == "ndjson") return render::schedule_ndjson(drawing.schedule);
    if (format == "csv") return render::schedule_csv(drawing.schedule);
    if (format == "md") return form.markdown(drawing);
    return format == "html" ? form.html(drawing) : form.text(drawing, screen);
}

std::string made(Session& session, const Arguments& arguments, const std::string& format, Printing& printing) {
    const model::Plan& plan = printing.loading.plan;
    schedule::Selection& selection = printing.selection;
    const Form form = chosen(arguments, "--as", of_views(selection, plan, &model::View::as), forms);
    const Resource columns =
        chosen(arguments, "--columns", of_views(selection, plan, &model::View::columns), resources);
    if (format == "ics")
        return exchange::calendar_feed(plan, printing.zones, printing.schedule, selection,
                                       {session.now(printing.directory)});
    if (const auto zone = asked_zone(arguments)) {
        printing.schedule = schedule::in_zone(std::move(printing.schedule), *zone, plan.event.day_start);
        // The days that were asked for are the event's; on another clock rows stand under days of their own.
        if (!printing.schedule.rows.empty() && !(*zone == printing.zones.of_event())) selection.days.clear();
    }
    const Screen screen{session.width(), session.colour() && !file_of(arguments)};
    return drawn(form, format, {plan, printing.schedule, selection, columns}, screen);
}

}  // namespace

std::optional<time::Zone> asked_zone(const Arguments& arguments) {
    const auto typed = arguments.value("--tz");
    if (!typed) return std::nullopt;
    constexpr event::Field field{.key = "--tz", .type = event::Type::zone};
    if (const auto wrong = event::wrong_value(field, field.key, *typed))
        throw text::Failure(wrong->message, wrong->hints, text::wrong_usage);
    return time::find_zone(*typed);
}

std::vector<Option> form_options() {
    std::vector<Option> options{
        {"--as", {"FORM", "agenda grid week month"}, "how it is drawn: agenda (default), grid, week or month"},
        {"--columns", {"WHAT", "area collab crew"}, "across in a grid: area (default), collab or crew"},
        {"--format",
         {"FORMAT", "text md html json ndjson csv ics"},
         "text (default), md, html, json, ndjson, csv or ics"},
        {"--tz", value::zone, "all clock times in this zone, such as Europe/London"}};
    for (const Option& option :
         file_options("write to this file; its ending gives the format: .txt .md .html .json .ndjson .csv .ics"))
        options.push_back(option);
    return options;
}

std::vector<Option> file_options(std::string_view file_help) {
    return {{"-o", value::file, file_help}, {"--force", "", "write the file even if the event has errors"}};
}

schedule::Selection rows_for_format(const Arguments& arguments, const schedule::Selection& selection) {
    return format_for(arguments, formats) == "ics" ? exchange::with_cancelled(selection) : selection;
}

int print_schedule(Session& session, const Arguments& arguments, Printing printing) {
    const std::string format = format_for(arguments, formats);
    refuse_idle_options(arguments, format);
    const std::string text = made(session, arguments, format, printing);
    return deliver(session, arguments, printing, text);
}

int deliver(Session& session, const Arguments& arguments, const Printing& printing, const std::string& text) {
    const Delivery delivery{session, arguments, printing.loading, printing.schedule, "schedule"};
    const int status = delivery.deliver(text, ": " + text::counted(printing.schedule.rows.size(), "activity"));
    warn_of_unknown_words(session, printing.loading.plan, printing.selection);
    return status;
}

}  // namespace backops::cmd
