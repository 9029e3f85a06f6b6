#include "schedule/person_schedule.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "schedule/filter.h"
#include "schedule/segments.h"
#include "schedule/stretches.h"

namespace backops::schedule {

namespace {

using Key = std::pair<const model::Activity*, std::optional<time::Date>>;

Key key_of(const Occurrence& occurrence) { return {occurrence.activity, occurrence.original}; }

std::string team_reason(const Taken& taken, const std::string& collaborator) {
    if (!taken.entry.segment) return "required:" + collaborator;
    const auto& segments = taken.entry.occurrence->activity->segments;
    return segment_reason(*taken.entry.segment, static_cast<std::size_t>(taken.entry.segment - segments.data()));
}

/// Rows of one person, each occurrence once, with what of it is theirs.
class Rows {
  public:
    explicit Rows(std::vector<Row> rows) : rows_(std::move(rows)), parts_(rows_.size()) {
        for (std::size_t i = 0; i < rows_.size(); ++i) places_.emplace(key_of(rows_[i].occurrence), i);
    }

    void add_own(const Taken& taken) {
        const auto place = places_.find(key_of(*taken.entry.occurrence));
        if (place != places_.end()) add(taken, place->second);
    }

    void add_team(const Taken& taken, const std::string& collaborator) {
        const auto [place, is_new] = places_.emplace(key_of(*taken.entry.occurrence), rows_.size());
        if (is_new) {
            rows_.push_back({*taken.entry.occurrence, {}});
            parts_.emplace_back();
        }
        add(taken, place->second);
        std::vector<std::string>& via = rows_[place->second].via;
        std::string reason = team_reason(taken, collaborator);
        if (std::ranges::find(via, reason) == via.end()) via.push_back(std::move(reason));
    }

    std::vector<Row> in_order() && {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const Stretch whole{rows_[i].occurrence.from, rows_[i].occurrence.until};
            std::vector<Stretch> parts = merged(std::move(parts_[i]));
            if (parts.size() != 1 || parts.front() != whole) rows_[i].parts = std::move(parts);
        }
        sort(rows_);
        return std::move(rows_);
    }

  private:
    /// What they are at by segments alone and by their team too, they are at for all of it.
    void add(const Taken& taken, std::size_t place) {
        Row& row = rows_[place];
        if (!row.reason || !taken.entry.segment) row.reason = taken.reason;
        if (!taken.entry.segment) row.occurrence = *taken.entry.occurrence;
        parts_[place].insert(parts_[place].end(), taken.left().begin(), taken.left().end());
    }

    std::vector<Row> rows_;
    std::vector<std::vector<Stretch>> parts_;
    std::map<Key, std::size_t> places_;
};

bool is_private(const Row& row) { return row.occurrence.activity->visibility == model::Visibility::confidential; }

/// Their segments of it are on other days, though what lies between the first and the last reaches into this one.
bool is_of_other_days(const Row& row) {
    return !row.reason && is_by_segments_alone(row.via) && row.occurrence.status() != model::Status::cancelled &&
           !row.occurrence.activity->all_day;
}

/// What is cancelled takes nobody; this is what would have taken the whole team.
bool would_take(const Occurrence& occurrence, const model::CrewMember& person) {
    const std::vector<std::string>& required = occurrence.participants().required;
    return occurrence.status() == model::Status::cancelled &&
           std::ranges::find(required, person.collaborator) != required.end() && !is_of_kind(occurrence, "meal");
}

}  // namespace

std::vector<Row> rows_of(const ResolvedEvent& event, const Candidates& candidates, const WhoseDays& whose,
                         Selection selection) {
    const Audience audience = std::exchange(selection.audience, Audience::all);
    selection.calendars = {{CalendarKind::crew, whose.person.id}};
    selection.with_team = false;
    Rows rows(schedule_of(event.plan, event.zones, selection, candidates.of(selection)).rows);
    const Filter filter(event.plan, selection);
    for (const PersonDay& day : whose.days) {
        if (!selection.days.empty() && std::ranges::find(selection.days, day.day) == selection.days.end()) continue;
        for (const Taken& taken : day.entries) {
            if (!taken.is_team) {
                rows.add_own(taken);
                continue;
            }
            const Occurrence& occurrence = *taken.entry.occurrence;
            if (filter.keeps(occurrence) &&
                filter.keeps_role(occurrence, {team_reason(taken, whose.person.collaborator)}) &&
                filter.in_range(occurrence, event.plan.event.day_start))
                rows.add_team(taken, whose.person.collaborator);
        }
    }
    std::vector<Row> all = std::move(rows).in_order();
    if (!selection.days.empty()) std::erase_if(all, is_of_other_days);
    if (audience != Audience::all) std::erase_if(all, [](const Row& row) { return is_private(row) && !row.reason; });
    return all;
}

std::vector<Row> feed_rows_of(const ResolvedEvent& event, const Candidates& candidates, const WhoseDays& whose,
                              const Selection& selection) {
    std::vector<Row> all;
    for (Row& row : rows_of(event, candidates, whose, selection)) {
        if (row.parts.empty()) {
            all.push_back(std::move(row));
            continue;
        }
        for (const Stretch& part : row.parts) {
            Row left = row;
            narrow(part, left.occurrence);
            left.parts = {part};
            all.push_back(std::move(left));
        }
    }
    Selection team = selection;
    team.calendars = {{CalendarKind::collaborator, whose.person.collaborator}};
    const auto has = [&](const Row& row) {
        return std::ranges::any_of(
            all, [&](const Row& known) { return key_of(known.occurrence) == key_of(row.occurrence); });
    };
    if (!whose.person.collaborator.empty())
        for (Row& row : schedule_of(event.plan, event.zones, team, candidates.of(team)).rows)
            if (would_take(row.occurrence, whose.person) && !has(row)) all.push_back(std::move(row));
    sort(all);
    return all;
}

void take_rows(std::vector<Row>& rows, std::vector<Row> more) {
    std::map<Key, const Row*> news;
    for (const Row& row : more) news.emplace(key_of(row.occurrence), &row);
    // A row whose reasons are all the person's gives way to theirs, which may be in parts.
    std::set<Key> kept;
    std::erase_if(rows, [&](const Row& row) {
        const auto at = news.find(key_of(row.occurrence));
        const bool gives_way = at != news.end() && std::ranges::all_of(row.via, [&](const std::string& reason) {
                                   return std::ranges::find(at->second->via, reason) != at->second->via.end();
                               });
        if (!gives_way) kept.insert(key_of(row.occurrence));
        return gives_way;
    });
    for (Row& row : more)
        if (!kept.contains(key_of(row.occurrence))) rows.push_back(std::move(row));
    sort(rows);
}

void narrow(Stretch part, Occurrence& occurrence) {
    if (occurrence.activity->all_day) return;
    occurrence.from = part.from;
    occurrence.until = part.until;
    occurrence.start = time::written_on(occurrence.day, occurrence.zone.wall_time(part.from));
    if (occurrence.end) occurrence.end = time::written_on(occurrence.day, occurrence.zone.wall_time(part.until));
}

}  // namespace backops::schedule
