#include "cmd/sheet_event.h"

#include <fmt/format.h>

#include <algorithm>

#include "edits/named.h"
#include "edits/series_dates.h"
#include "event/referrers.h"
#include "schedule/timing.h"
#include "text/failure.h"
#include "text/near_miss.h"
#include "text/wording.h"
#include "time/phrase.h"

namespace backops::cmd {

SheetEvent::SheetEvent(Session& session, const Arguments& arguments)
    : session_(session),
      arguments_(arguments),
      directory_(session.open(files::Access::read)),
      loading_(event::load(directory_)),
      intake_(session.intake(directory_)),
      zones_(loading_.plan),
      own_keys_(directory_) {}

render::Screen SheetEvent::screen() const { return {session_.width(), session_.colour() && !file_of(arguments_)}; }

time::Date SheetEvent::today() { return session_.today(directory_, zones_.of_event()); }

std::optional<time::Date> SheetEvent::day_of_event() {
    const time::Date day = intake_.day("today");
    return plan().event.start <= day && day <= plan().event.end ? std::optional(day) : std::nullopt;
}

schedule::Selection SheetEvent::selection() {
    schedule::Selection selection = selection_of(arguments_, intake_, plan(), zones_, Purpose::publish);
    session_.notices(intake_);
    return selection;
}

std::string SheetEvent::occurrence_named(const std::string& typed, const schedule::Selection& selection) {
    edits::Named named = edits::named(intake_, typed);
    session_.notices(intake_);
    const model::Activity* activity = model::find(plan().activities, named.id);
    if (named.following)
        throw text::Failure(fmt::format("{} names many dates", text::quoted(typed)), {"leave the `..` out"},
                            text::wrong_usage);
    if (!activity || !activity->repeat) return named.id;
    if (named.date) {
        edits::SeriesDates(directory_, event::Drafts(directory_).of(event::Noun::activity, named.id)).require(named);
        return edits::to_text(named);
    }
    std::vector<std::string> all, then;
    for (const schedule::Occurrence& occurrence : occurrences(plan(), zones_, std::nullopt)) {
        if (occurrence.activity != activity || occurrence.status() == model::Status::cancelled) continue;
        all.push_back(name_of(occurrence));
        const bool is_then =
            selection.days.empty() || std::ranges::find(selection.days, occurrence.day) != selection.days.end();
        if (is_then) then.push_back(all.back());
    }
    if (then.size() == 1) return then.front();
    constexpr std::size_t most = 8;
    std::vector<std::string> hints;
    if (!all.empty()) hints.push_back(fmt::format("name one: {}", text::listed(all, most)));
    if (then.empty())
        throw text::Failure(fmt::format("{} does not happen{}", text::quoted(named.id),
                                        selection.days.empty() ? "" : " on " + time::long_day(selection.days.front())),
                            std::move(hints));
    throw text::Failure(fmt::format("{} happens {}", text::quoted(named.id), text::counted(then.size(), "time")),
                        std::move(hints), text::wrong_usage);
}

std::string SheetEvent::column_named(const std::string& typed) const {
    const std::vector<std::string>& columns = plan().event.columns;
    if (std::ranges::find(columns, typed) != columns.end()) return typed;
    std::vector<std::string> hints;
    if (const auto near = text::nearest(typed, columns)) hints.push_back(fmt::format("did you mean `{}`?", *near));
    hints.push_back(columns.empty() ? fmt::format("declare it: backops event edit --add columns=\"{}\"", typed)
                                    : fmt::format("the event's columns are {}", text::listed(columns)));
    throw text::Failure(fmt::format("the event has no column {}", text::quoted(typed)), std::move(hints),
                        text::wrong_usage);
}

}  // namespace backops::cmd
