#include "render/agenda_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "files/on_all_cores.h"
#include "render/names.h"
#include "text/width.h"
#include "time/phrase.h"

namespace backops::render {

namespace {

using schedule::CalendarKind;
using schedule::Occurrence;
using schedule::Selection;
using Words = std::vector<std::string>;

bool has(const Words& ids, std::string_view id) { return std::ranges::find(ids, id) != ids.end(); }

/// The id of the one calendar that is shown; its name stands in the title, so the rows do not repeat it.
std::string sole(const Selection& selection, CalendarKind kind) {
    const bool is_one = selection.calendars.size() == 1 && selection.calendars.front().kind == kind;
    const bool widens = kind == CalendarKind::crew && selection.with_team;
    return is_one && !widens ? selection.calendars.front().id : std::string();
}

time::Date listed_day(const Occurrence& occurrence, const Selection& selection, std::int32_t day_start) {
    time::Date day = occurrence.day;
    if (selection.from) day = std::max(day, show_day(occurrence.zone.wall_time(*selection.from), day_start));
    if (selection.days.empty() || std::ranges::find(selection.days, day) != selection.days.end()) return day;
    time::Date next = day;
    for (const time::Date candidate : selection.days) {
        if (candidate > day && (next == day || candidate < next)) next = candidate;
    }
    return next;
}

void set_times(AgendaRow& row) {
    const Occurrence& occurrence = *row.occurrence;
    row.all_day = occurrence.activity->all_day;
    if (row.all_day) {
        row.start = occurrence.end->date > row.day ? "to " + time::short_day(occurrence.end->date) : "all day";
        return;
    }
    row.start = clock_near(row.day, occurrence.start);
    row.end = occurrence.end ? clock_near(row.day, *occurrence.end) : "";
}

bool is_only_optional(const Words& via) {
    const auto any = [&](std::string_view role) {
        return std::ranges::any_of(via, [&](const std::string& reason) { return reason.starts_with(role); });
    };
    return any("optional:") && !any("required:") && !any("organizer:") && !any("segment:");
}

/// The names of an event, each looked up once.
class Names {
  public:
    Names(const model::Plan& plan, schedule::Audience audience) : plan_(plan), audience_(audience) {}

    const std::string& area(const std::string& id) {
        return known(areas_, id, [&] { return area_name(plan_, id); });
    }
    const std::string& party(const std::string& id) {
        return known(parties_, id, [&] { return shown_name(plan_, id, audience_); });
    }

  private:
    using ById = std::unordered_map<std::string_view, std::string>;

    template <class Name>
    static const std::string& known(ById& names, const std::string& id, Name&& name) {
        const auto at = names.find(id);
        return at != names.end() ? at->second : names.emplace(id, name()).first->second;
    }

    const model::Plan& plan_;
    schedule::Audience audience_;
    ById areas_, parties_;
};

Words area_names(Names& names, const Occurrence& occurrence, const std::string& in_title) {
    const Words& areas = occurrence.areas();
    if (areas.size() == 1 && areas.front() == in_title) return {};
    Words all;
    for (const std::string& area : areas) all.push_back(names.area(area));
    return all;
}

Words people(Names& known, const model::Plan& plan, const Occurrence& occurrence, const std::string& in_title,
             schedule::Audience audience) {
    const bool is_public = audience == schedule::Audience::everyone;
    const model::Activity& activity = *occurrence.activity;
    const auto& [required, optional] = occurrence.participants();
    Words names;
    std::set<std::string_view> seen{in_title};
    const auto add = [&](const Words& ids, std::string_view note, const Words& elsewhere) {
        for (const std::string& id : ids) {
            if (!has(elsewhere, id) && seen.insert(id).second) names.emplace_back(known.party(id)).append(note);
        }
    };
    add(occurrence.organizers(), "", optional);
    add(required, "", {});
    for (const model::Need& need : activity.needs) {
        std::string people = fmt::format("{} × {}", need.count, text::one_line(need.role));
        if (!need.collaborator.empty() && need.collaborator != in_title) {
            people += " (" + party_name(plan, need.collaborator) + ")";
        }
        names.push_back(std::move(people));
    }
    // In which role somebody comes is not the public's to know, nor who is meant where nobody is named.
    add(optional, is_public ? "" : " (opt)", {});
    const bool is_for_all =
        !is_public && occurrence.activity->global && required.empty() && optional.empty() && activity.needs.empty();
    if (is_for_all && names.empty()) names.emplace_back("all");
    return names;
}

/// `required:acme-audio` as "acme-audio", `optional:maya-lindt` as "maya-lindt (opt)"; each id once, its strongest
/// reason.
Words short_via(const Words& via) {
    Words parts;
    std::set<std::string_view> seen;
    for (const std::string& reason : via) {
        const std::size_t colon = reason.find(':');
        const std::string_view kind = std::string_view(reason).substr(0, colon);
        if (colon == std::string::npos) {
            parts.push_back(reason);
            continue;
        }
        const std::string_view id = std::string_view(reason).substr(colon + 1);
        if (kind == "segment") {
            parts.push_back("cue " + text::one_line(id));
        } else if (seen.insert(id).second) {
            parts.push_back(std::string(id) + (kind == "optional" ? " (opt)" : kind == "organizer" ? " (org)" : ""));
        }
    }
    return parts;
}

bool merges_calendars(const Selection& selection) {
    const bool has_person = std::ranges::any_of(
        selection.calendars, [](const auto& calendar) { return calendar.kind == CalendarKind::crew; });
    return selection.calendars.size() > 1 || (selection.with_team && has_person);
}

AgendaRow agenda_row(const model::Plan& plan, Names& names, const schedule::Row& row, const Selection& selection,
                     const std::optional<time::Zone>& shown_in) {
    const Occurrence& occurrence = row.occurrence;
    const std::string party = sole(selection, CalendarKind::collaborator) + sole(selection, CalendarKind::crew);
    AgendaRow words;
    words.occurrence = &occurrence;
    words.day = listed_day(occurrence, selection, plan.event.day_start);
    set_times(words);
    words.marks = marks_of(row);
    words.name = text::one_line(occurrence.name());
    if (words.name.empty()) words.name = occurrence.activity->id;
    const bool is_shown_clock = shown_in && *shown_in == occurrence.zone;
    if (!is_shown_clock && occurrence.zone.name() != plan.event.timezone)
        words.zone_note = " · " + occurrence.zone.name();
    if (row.own_clock && !occurrence.activity->all_day)
        words.zone_note = " (" + zone_times(words.day, occurrence, *row.own_clock) + ')';
    words.areas = area_names(names, occurrence, sole(selection, CalendarKind::area));
    words.location = text::one_line(occurrence.location());
    words.who = people(names, plan, occurrence, party, selection.audience);
    if (merges_calendars(selection)) words.via = short_via(row.via);
    return words;
}

}  // namespace

std::string clock_near(time::Date day, time::WallTime time) {
    const time::WallTime there = calendar(time);
    const int days = there.date - day;
    if (days == 0 || days == 1 || time.date == day) return time::clock_on(day, time);
    const std::string date = time::short_day(there.date);
    const std::size_t weekday = date.find(' ');
    const std::string near = days > -7 && days < 7 ? date.substr(0, weekday) : date.substr(weekday + 1);
    return near + ' ' + time::clock_text(there.seconds);
}

std::string zone_times(time::Date day, const schedule::Occurrence& occurrence, const time::Zone& own) {
    std::string all = clock_near(day, own.wall_time(occurrence.from));
    if (occurrence.from < occurrence.until) all += "–" + clock_near(day, own.wall_time(occurrence.until));
    return all + ' ' + own.name();
}

Marks marks_of(const schedule::Row& row) {
    const Occurrence& occurrence = row.occurrence;
    Marks marks;
    marks.cancelled = occurrence.status() == model::Status::cancelled;
    marks.tentative = occurrence.status() == model::Status::tentative;
    marks.optional = is_only_optional(row.via);
    marks.fixed = occurrence.activity->fixed;
    marks.moment = !occurrence.end;
    return marks;
}

std::vector<std::pair<std::string, std::string>> meanings(const Marks& marks) {
    std::vector<std::pair<std::string, std::string>> all;
    if (marks.cancelled) all.emplace_back("✕", "cancelled");
    if (marks.tentative) all.emplace_back("?", "tentative");
    if (marks.optional) all.emplace_back("~", "optional");
    if (marks.fixed || marks.moment)
        all.emplace_back("◆", marks.fixed && marks.moment ? "fixed or a moment" : marks.fixed ? "fixed" : "moment");
    return all;
}

std::string signs(const Marks& marks) {
    std::string all;
    if (marks == Marks{}) return all;
    for (const auto& [sign, meaning] : meanings(marks)) all += sign;
    return all;
}

std::string shown_name(const model::Plan& plan, const std::string& id, schedule::Audience audience) {
    std::string name = party_name(plan, id);
    const bool is_address = name.find('@') != std::string::npos;
    return is_address && audience != schedule::Audience::all ? text::one_line(id) : name;
}

std::size_t part_of(std::span<const AgendaRow> rows) {
    constexpr std::size_t worth_a_thread = 256;
    constexpr std::size_t turns = 4;  // So that no core waits long for another.
    return std::max(worth_a_thread, rows.size() / (turns * files::cores()) + 1);
}

std::string marked_name(const AgendaRow& row) {
    const std::string marks = signs(row.marks);
    return marks + (marks.empty() ? "" : " ") + row.name + row.zone_note;
}

std::string times(const AgendaRow& row) { return row.end.empty() ? row.start : row.start + "–" + row.end; }

std::vector<AgendaRow> agenda_rows(const model::Plan& plan, const schedule::Schedule& schedule,
                                   const Selection& selection) {
    std::vector<AgendaRow> rows(schedule.rows.size());
    const auto draw = [&, names = Names(plan, selection.audience)](std::span<AgendaRow> part) mutable {
        const schedule::Row* row = schedule.rows.data() + (part.data() - rows.data());
        for (AgendaRow& words : part) words = agenda_row(plan, names, *row++, selection, schedule.shown_in);
    };
    files::on_all_cores(std::span(rows), part_of(rows), draw);
    const auto is_before = [](const AgendaRow& a, const AgendaRow& b) {
        return a.day != b.day ? a.day < b.day : a.all_day && !b.all_day;
    };
    if (!std::ranges::is_sorted(rows, is_before)) std::ranges::stable_sort(rows, is_before);
    return rows;
}

AgendaRow on_day(AgendaRow row, time::Date day) {
    row.day = day;
    set_times(row);
    return row;
}

}  // namespace backops::render
