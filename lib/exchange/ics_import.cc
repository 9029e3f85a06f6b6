#include "exchange/ics_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "event/fresh_ids.h"
#include "event/noun.h"
#include "event/read.h"
#include "exchange/activity_edits.h"
#include "exchange/ics_series.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/utf8.h"
#include "text/wording.h"

namespace backops::exchange {
namespace {

using event::Noun;
using model::Activity;

// Text without blanks or control characters, as a record's `uid` holds it.
bool is_uid(std::string_view text) {
    constexpr std::size_t longest = 1'000;
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != '\x7F';
    });
}

std::string stamp_text(const CalendarTime& time) {
    std::string text = time.is_date ? time::to_text(time.time.date) : time::to_text(time.time);
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text;
}

class CalendarImport {
  public:
    CalendarImport(event::Directory& directory, event::Intake& intake, event::Drafts& drafts,
                   const CalendarOptions& options)
        : directory_(directory),
          intake_(intake),
          drafts_(drafts),
          options_(options),
          findings_(calendar_.source),
          names_(directory, options.create, ""),
          words_(directory, names_, options.create, findings_),
          ids_([this](const std::string& id) { return directory_.exists(Noun::activity, id); }) {}

    ImportReport run(std::string file, std::string text) {
        if (read_source(std::move(file), std::move(text), "iCalendar", calendar_.source, findings_)) {
            if (read_calendar(calendar_, findings_)) read_events();
            // Of a file that cannot be read whole nothing is imported.
            if (!findings_.any_error()) take_events();
        }
        report_.problems = findings_.taken();
        return std::move(report_);
    }

  private:
    void read_events() {
        CalendarZones zones(calendar_.zones, options_.zones);
        CalendarEventReader reader(zones, findings_);
        report_.rows = calendar_.events.size();
        for (const CalendarComponent& component : calendar_.events) {
            if (findings_.full()) return;
            if (auto read = reader.read(component)) events_.push_back(std::move(*read));
        }
        if (!findings_.any_error()) reader.report_lacks();
    }

    void take_events() {
        read_plan();
        read_activities();
        group();
        CalendarActivities activities(plan_, words_, findings_);
        // A change that belongs to no series is another event, with no further changes.
        for (std::size_t i = 0; i < series_.size(); ++i) {
            std::vector<CalendarEvent> alone;
            take(activities, i, alone);
            for (CalendarEvent& event : alone) take_alone(std::move(event));
        }
        draft_created(drafts_, names_, report_, findings_);
        add_notes(activities);
    }

    void read_activities() {
        const schedule::Zones zones(plan_);
        for (const std::string& id : directory_.ids(Noun::activity)) {
            const event::RecordFile& file = directory_.file(Noun::activity, id);
            if (!file.tree || file.tree->kind != yaml::Kind::map) {
                findings_.add(file.problems);
                continue;
            }
            Activity activity = event::read_activity(file);
            if (!activity.uid.empty())
                by_uid_.emplace(activity.uid, id);
            else
                by_name_[name_key(activity.name, activity.start, activity.all_day, zones.of(activity))].push_back(id);
            activities_.emplace(id, std::move(activity));
        }
    }

    static std::string name_key(const std::string& name, time::WallTime start, bool all_day, const time::Zone& zone) {
        const std::string when = all_day ? time::to_text(start.date) : time::to_text(zone.at(start).instant);
        return text::case_folded(name) + '\n' + when;
    }

    // The events of one UID together, in the order of their first; of several masters the one that was changed last.
    void group() {
        std::unordered_map<std::string, std::size_t> masters;
        std::vector<const CalendarEvent*> changes;
        for (const CalendarEvent& event : events_) {
            if (event.recurrence) {
                changes.push_back(&event);
                continue;
            }
            const bool has_uid = usable_uid(event);
            const auto [first, is_first] =
                has_uid ? masters.emplace(event.uid, series_.size()) : std::pair{masters.end(), true};
            if (is_first)
                series_.push_back({event, {}, is_ours(event.uid)});
            else
                take_newer(series_[first->second].master, event);
        }
        std::set<std::string> seen;
        for (const CalendarEvent* change : changes) {
            if (!usable_uid(*change)) {
                series_.push_back({*change, {}, false});
                continue;
            }
            const std::string key = change->uid + "\n" + stamp_text(*change->recurrence);
            if (!seen.insert(key).second) {
                warn(*change, "UID", "duplicate-uid",
                     "this date of the series stands here twice, and the first is taken");
                continue;
            }
            const auto master = masters.find(change->uid);
            if (master != masters.end())
                series_[master->second].changes.push_back(*change);
            else
                take_orphan(*change);
        }
    }

    void take_newer(CalendarEvent& known, const CalendarEvent& event) {
        const bool is_newer = event.sequence >= known.sequence;
        const CalendarEvent& older = is_newer ? known : event;
        const text::Place there = findings_.place((is_newer ? event : known).component->span);
        findings_
            .add(older.component->span, "duplicate-uid",
                 fmt::format("two events have the UID {}, and the other is taken", text::quoted(event.uid)), {},
                 text::Severity::warning)
            .others.push_back({there, "the other is here"});
        if (is_newer) known = event;
    }

    void warn(const CalendarEvent& event, std::string_view property, std::string rule, std::string message) {
        findings_.add(event.span_of(property), std::move(rule), std::move(message), {}, text::Severity::warning);
    }

    bool usable_uid(const CalendarEvent& event) {
        if (is_uid(event.uid)) return true;
        if (warned_of_uid_.insert(event.component).second)
            warn(event, "UID", "missing-uid",
                 event.uid.empty()
                     ? "this event has no UID, and is found again by its name and start alone"
                     : "this UID has blanks in it or is too long; the event is found again by its name and start");
        return false;
    }

    // A file of ours speaks of a series of ours; another's date alone is an activity of its own.
    void take_orphan(const CalendarEvent& change) {
        const auto id = id_of(change.uid);
        if (id && activities_.at(*id).repeat) {
            series_.push_back({change, {}, true});
            return;
        }
        take_alone(change);
    }

    void take_alone(CalendarEvent event) {
        warn(
            event, "RECURRENCE-ID", "lone-change",
            fmt::format("{} has no such date in its series, so it is an activity by itself", text::quoted(event.name)));
        if (usable_uid(event)) event.uid += "#" + stamp_text(*event.recurrence);
        event.recurrence.reset();
        series_.push_back({std::move(event), {}, false});
    }

    bool is_ours(const std::string& uid) { return calendar_.is_ours || own_id(uid).has_value(); }

    // Of `<id>.<event uid>@backops`, as `export ics` writes it.
    std::optional<std::string> own_id(const std::string& uid) {
        const std::string ending = fmt::format(".{}@backops", directory_.event().uid);
        if (!uid.ends_with(ending)) return std::nullopt;
        std::string id = uid.substr(0, uid.size() - ending.size());
        return text::is_id(id) ? std::optional(std::move(id)) : std::nullopt;
    }

    std::optional<std::string> id_of(const std::string& uid) {
        if (const auto known = by_uid_.find(uid); known != by_uid_.end()) return known->second;
        const auto own = own_id(uid);
        return own && activities_.contains(*own) ? own : std::nullopt;
    }

    void read_plan() {
        plan_.event = directory_.event();
        for (const std::string& id : directory_.ids(Noun::area))
            if (const auto& file = directory_.file(Noun::area, id); file.tree)
                plan_.areas.push_back(event::read_area(file));
        for (const std::string& id : directory_.ids(Noun::timeframe))
            if (const auto& file = directory_.file(Noun::timeframe, id); file.tree)
                plan_.timeframes.push_back(event::read_timeframe(file));
    }

    void take(CalendarActivities& activities, std::size_t place, std::vector<CalendarEvent>& alone) {
        const CalendarSeries series = series_[place];
        const std::optional<std::string> id = known(series.master);
        if (id && !taken_.insert(*id).second)
            return warn(series.master, "UID", "duplicate-uid",
                        fmt::format("`{}` is in this file twice, and the first is taken", *id));
        const Activity* before = id ? &activities_.at(*id) : nullptr;
        auto after = activities.of(before, series, alone);
        if (!after) return;
        if (before)
            change(*id, *before, *after, series.master);
        else
            add(*after, series.master);
    }

    std::optional<std::string> known(const CalendarEvent& event) {
        if (is_uid(event.uid)) return id_of(event.uid);
        const time::Zone zone = event.start.zone.value_or(*time::find_zone(plan_.event.timezone));
        for (const std::string& id : by_name_[name_key(event.name, event.start.time, event.start.is_date, zone)])
            if (!taken_.contains(id)) return id;
        return std::nullopt;
    }

    void add(Activity& activity, const CalendarEvent& event) {
        const auto own = own_id(event.uid);
        if (is_uid(event.uid) && !own) activity.uid = event.uid;
        std::vector<std::string> distinctions;
        for (const auto* first : {&activity.participants.required, &activity.areas})
            if (!first->empty() && distinctions.empty()) distinctions.push_back(first->front());
        distinctions.push_back(time::to_text(activity.start.date));
        const std::string id = own ? *own : ids_.made_from(activity.name, event::command(Noun::activity), distinctions);
        ids_.reserve(id);
        if (!draft_new(drafts_, Noun::activity, id, record_of(activity))) return report_size(id, event);
        report_.added.push_back(id);
    }

    void change(const std::string& id, const Activity& before, const Activity& after, const CalendarEvent& event) {
        Edits changes = edits(before, after);
        if (changes.empty()) return report_.unchanged.push_back(id);
        try {
            if (!draft_changes(drafts_, id, std::move(changes), intake_)) return report_size(id, event);
        } catch (const text::Failure& failure) {
            findings_.add(failure.problems);
            findings_.add(event.component->span, "wrong-value", failure.message, failure.hints);
            return;
        }
        report_.changed.push_back(id);
    }

    void report_size(const std::string& id, const CalendarEvent& event) {
        findings_.add(event.component->span, "limit", too_large(id));
    }

    void add_notes(const CalendarActivities& activities) {
        const auto note = [&](std::size_t count, std::string_view noun, std::string_view what) {
            if (count > 0) report_.notes.push_back(fmt::format("left out: {} {}", text::counted(count, noun), what));
        };
        note(words_.strangers(), "attendee", "whose address no crew member or collaborator has");
        note(activities.later(), "change", "of dates after the event");
        note(calendar_.others, "component", "that are no events: to-dos, journals, free-busy times");
    }

    event::Directory& directory_;
    event::Intake& intake_;
    event::Drafts& drafts_;
    const CalendarOptions& options_;
    CalendarFile calendar_;
    Findings findings_;
    Names names_;
    CalendarWords words_;
    event::FreshIds ids_;
    model::Plan plan_;
    std::vector<CalendarEvent> events_;
    std::vector<CalendarSeries> series_;
    std::map<std::string, Activity> activities_;
    std::unordered_map<std::string, std::string> by_uid_;
    std::unordered_map<std::string, std::vector<std::string>> by_name_;
    std::set<std::string> taken_;  // activities that an event is
    std::set<const CalendarComponent*> warned_of_uid_;
    ImportReport report_;
};

}  // namespace

ImportReport import_ics(event::Directory& directory, event::Intake& intake, event::Drafts& drafts, std::string file,
                        std::string text, const CalendarOptions& options) {
    return CalendarImport(directory, intake, drafts, options).run(std::move(file), std::move(text));
}

}  // namespace backops::exchange
