#include "exchange/ics_import.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "event/fresh_ids.h"
#include "event/node_values.h"
#include "event/noun.h"
#include "event/read.h"
#include "exchange/activity_edits.h"
#include "exchange/ics_revisions.h"
#include "exchange/ics_series.h"
#include "text/failure.h"
#include "text/id.h"
#include "text/utf8.h"
#include "text/wording.h"
#include "time/scan.h"

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

// As stamp_text writes it.
bool is_stamp(std::string_view text) {
    return text.size() >= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return time::is_digit(c) || c == 'T'; });
}

constexpr const char* declined_key = "x-declined";
constexpr const char* changed_key = "x-imported-changes";

// A list as the file has it; empty for anything else.
std::vector<std::string> own_list(const yaml::Node& record, std::string_view key) {
    const yaml::Node* node = record.find(key);
    return node && node->kind == yaml::Kind::list ? event::texts_of(record, key) : std::vector<std::string>{};
}

yaml::Value list_value(const std::vector<std::string>& texts) {
    std::vector<yaml::Value> items;
    for (const std::string& text : texts) items.push_back(yaml::Value::scalar(text));
    return items.empty() ? yaml::Value{} : yaml::Value::list(std::move(items));
}

yaml::Value dates_value(const std::vector<time::Date>& dates) {
    std::vector<yaml::Value> items;
    for (const time::Date date : dates) items.push_back(yaml::Value::bare_scalar(time::to_text(date)));
    return items.empty() ? yaml::Value{} : yaml::Value::list(std::move(items));
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
        const time::Zone home = *time::find_zone(directory_.event().timezone);
        CalendarZones zones(calendar_.zones, options_.zones, home);
        CalendarEventReader reader(calendar_, zones, {home, fmt::format(".{}@backops", directory_.event().uid)},
                                   findings_);
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
        match_shared();
        CalendarActivities activities(plan_, words_, findings_);
        // A change that belongs to no series is another event, with no further changes.
        for (std::size_t i = 0; i < series_.size(); ++i) {
            std::vector<LoneEvent> alone;
            take(activities, i, alone);
            for (LoneEvent& one : alone) take_alone(std::move(one.event), one.why);
        }
        cancel_lost_dates();
        draft_created(drafts_, names_, report_, findings_);
        add_notes(activities);
    }

    void read_activities() {
        zones_.emplace(plan_);
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
                by_name_[name_key(activity.name, activity.start, activity.all_day, zones_->of(activity))].push_back(id);
            ImportedActivity imported{std::move(activity), own_list(*file.tree, declined_key), {}};
            for (const std::string& text : own_list(*file.tree, changed_key))
                if (const auto date = time::parse_date(text)) imported.changed_dates.push_back(*date);
            activities_.emplace(id, std::move(imported));
        }
    }

    static std::string name_key(const std::string& name, time::WallTime start, bool all_day, const time::Zone& zone) {
        const std::string when = all_day ? time::to_text(start.date) : time::to_text(zone.at(start).instant);
        return text::case_folded(name) + '\n' + when;
    }

    // The events of one UID together, in the order of their first.
    void group() {
        std::vector<std::pair<std::string, std::vector<const CalendarEvent*>>> masters;
        std::unordered_map<std::string, std::size_t> places;
        std::vector<const CalendarEvent*> changes;
        for (const CalendarEvent& event : events_) {
            if (event.recurrence) {
                changes.push_back(&event);
            } else if (!usable_uid(event)) {
                masters.push_back({"", {&event}});
            } else {
                const auto [first, is_first] = places.emplace(event.uid, masters.size());
                if (is_first) masters.push_back({event.uid, {}});
                masters[first->second].second.push_back(&event);
            }
        }
        std::unordered_map<std::string, std::vector<std::size_t>> of_uid;
        for (const auto& [uid, events] : masters) add_masters(uid, events, of_uid[uid]);
        for (const CalendarEvent* change : latest(changes)) add_change(*change, of_uid);
    }

    void add_masters(const std::string& uid, const std::vector<const CalendarEvent*>& events,
                     std::vector<std::size_t>& places) {
        const std::vector<Revisions> all = told_apart(events);
        std::vector<std::string> uids{uid};
        if (all.size() > 1) uids = shared_uids(uid, all);
        if (all.size() > 1) {
            warn(*events.front(), "UID", "duplicate-uid",
                 fmt::format("{} different events have the UID {}, so they are told apart by when they start",
                             all.size(), text::quoted(uid)));
            shared_.emplace(uid, std::vector<std::size_t>{});
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            report_earlier(all[i]);
            CalendarSeries series{*all[i].last, {}, is_ours(uid), false};
            series.master.uid = uid.empty() ? series.master.uid : uids[i];
            if (all[i].cancelled_by) series.master.status = model::Status::cancelled;
            places.push_back(series_.size());
            if (all.size() > 1) shared_[uid].push_back(series_.size());
            series_.push_back(std::move(series));
        }
    }

    void report_earlier(const Revisions& revisions) {
        const auto report = [&](const CalendarEvent& event, const CalendarEvent& taken) {
            const text::Place there = findings_.place(taken.component->span);
            findings_
                .add(event.component->span, "duplicate-uid",
                     later(event, taken) == 0 ? "this event is in the file twice, and the other is taken"
                                              : "this is an earlier revision of an event, and the later one is taken",
                     {}, text::Severity::warning)
                .others.push_back({there, "the other is here"});
        };
        for (const CalendarEvent* event : revisions.all)
            if (event != revisions.last) report(*event, *revisions.last);
        for (const CalendarEvent* event : revisions.late) report(*event, *revisions.last);
    }

    // Of several changes of one date the one that holds, in the order of their first.
    std::vector<const CalendarEvent*> latest(const std::vector<const CalendarEvent*>& changes) {
        std::vector<Revisions> all;
        std::unordered_map<std::string, std::size_t> places;
        for (const CalendarEvent* change : changes) {
            const std::string key = usable_uid(*change) ? change->uid + "\n" + instant_text(*change->recurrence) : "";
            const auto [known, is_first] =
                key.empty() ? std::pair{places.end(), true} : places.emplace(key, all.size());
            if (is_first) all.emplace_back();
            Revisions& one = is_first ? all.back() : all[known->second];
            one.all.push_back(change);
            if (!one.last || later(*change, *one.last) >= 0) one.last = change;
        }
        std::vector<const CalendarEvent*> last;
        for (const Revisions& one : all) {
            report_earlier(one);
            last.push_back(one.last);
        }
        return last;
    }

    // A UID that several events share may have several series; the date is of the one that begins at its clock time.
    void add_change(const CalendarEvent& change, const std::unordered_map<std::string, std::vector<std::size_t>>& of) {
        if (!usable_uid(change)) return series_.push_back({change, {}, false, false});
        const auto masters = of.find(change.uid);
        if (masters == of.end()) return take_orphan(change);
        const auto fits = [&](std::size_t place) {
            const CalendarTime& start = series_[place].master.start;
            return series_[place].master.is_series() &&
                   (start.is_date || change.recurrence->is_date || !start.zone ||
                    change.recurrence->on(*start.zone).seconds == start.time.seconds);
        };
        const auto fitting = std::find_if(masters->second.begin(), masters->second.end(), fits);
        const std::size_t place = fitting == masters->second.end() ? masters->second.front() : *fitting;
        series_[place].changes.push_back(change);
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

    // A date of a series that is known here is a part of it; any other date alone is an activity of its own.
    void take_orphan(const CalendarEvent& change) {
        const auto id = id_of(change.uid);
        if (!id || !activities_.at(*id).activity.repeat) return take_alone(change, "has no such date in its series");
        const auto [known, is_first] = parts_.emplace(*id, series_.size());
        if (is_first)
            series_.push_back({change, {}, is_ours(change.uid), !is_ours(change.uid)});
        else
            series_[known->second].changes.push_back(change);
    }

    void take_alone(CalendarEvent event, const std::string& why) {
        if (!event.has_start) return warn_of_nothing(event);
        warn(event, event.component->find("RECURRENCE-ID") ? "RECURRENCE-ID" : "RDATE", "lone-change",
             fmt::format("{} {}, so it is an activity by itself", text::quoted(event.name), why));
        if (usable_uid(event)) event.uid += "#" + stamp_text(*event.recurrence);
        event.recurrence.reset();
        series_.push_back({std::move(event), {}, false, false});
    }

    void warn_of_nothing(const CalendarEvent& event) {
        warn(event, "UID", "unknown-event",
             fmt::format("nothing here has the UID {}, so there is nothing to cancel", text::quoted(event.uid)));
    }

    // Events that share a UID have one of their own by their start, which may have moved; and such a UID may have been,
    // or become, that of one event alone. Then an activity of the same name is meant, else of the same start.
    void match_shared() {
        for (const CalendarSeries& series : series_)
            if (is_uid(series.master.uid) && !series.master.recurrence) match_alone(series.master);
        for (const auto& [uid, places] : shared_) match(uid, places);
    }

    void match_alone(const CalendarEvent& event) {
        if (id_of(event.uid)) return;
        for (const std::string& id : sharing(event.uid))
            if (is_same(event, id)) {
                matched_.emplace(event.uid, id);
                return;
            }
    }

    bool is_same(const CalendarEvent& event, const std::string& id) const {
        return text::case_folded(activities_.at(id).activity.name) == text::case_folded(event.name);
    }

    // The activities that the UID was shared by, or that have it.
    std::vector<std::string> sharing(const std::string& uid) {
        std::vector<std::string> ids;
        if (const auto id = id_of(uid)) ids.push_back(*id);
        const std::string begin = shared_uid_start(uid);
        for (auto at = by_uid_.lower_bound(begin); at != by_uid_.end() && at->first.starts_with(begin); ++at)
            ids.push_back(at->second);
        return ids;
    }

    void match(const std::string& uid, const std::vector<std::size_t>& places) {
        std::set<std::string> free;
        for (std::string& id : sharing(uid)) free.insert(std::move(id));
        std::vector<const CalendarEvent*> open;
        for (const std::size_t place : places) {
            const CalendarEvent& event = series_[place].master;
            if (const auto id = id_of(event.uid))
                free.erase(*id);
            else
                open.push_back(&event);
        }
        // By the name and the start, by the name alone, by the start alone.
        for (const auto& [with_name, with_start] : {std::pair{true, true}, {true, false}, {false, true}}) {
            std::multimap<std::string, std::string> by_key;
            for (const std::string& id : free)
                by_key.emplace(key_of(activities_.at(id).activity, with_name, with_start), id);
            std::erase_if(open, [&, names = with_name, starts = with_start](const CalendarEvent* event) {
                const auto found = by_key.find(key_of(*event, names, starts));
                if (found == by_key.end()) return false;
                if (!starts) warn_of_move(*event, found->second);
                matched_.emplace(event->uid, found->second);
                free.erase(found->second);
                by_key.erase(found);
                return true;
            });
        }
    }

    void warn_of_move(const CalendarEvent& event, const std::string& id) {
        const Activity& activity = activities_.at(id).activity;
        const std::string when = activity.all_day ? time::to_text(activity.start.date) : time::to_text(activity.start);
        warn(event, "DTSTART", "duplicate-uid",
             fmt::format("{} shares its UID with others, and is taken for `{}`, which started at {}",
                         text::quoted(event.name), id, when));
    }

    std::string key_of(const Activity& activity, bool with_name, bool with_start) const {
        const std::string name = with_name ? activity.name : "";
        if (!with_start) return text::case_folded(name);
        return name_key(name, activity.start, activity.all_day, zones_->of(activity));
    }

    std::string key_of(const CalendarEvent& event, bool with_name, bool with_start) const {
        const std::string name = with_name ? event.name : "";
        if (!with_start) return text::case_folded(name);
        return name_key(name, event.start.time, event.start.is_date, event.start.zone.value_or(zones_->of_event()));
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

    void take(CalendarActivities& activities, std::size_t place, std::vector<LoneEvent>& alone) {
        const CalendarSeries series = series_[place];
        const CalendarEvent& master = series.master;
        const std::optional<std::string> id = known(master);
        if (id && !taken_.insert(*id).second)
            return warn(master, "UID", "duplicate-uid",
                        fmt::format("`{}` is in this file twice, and the first is taken", *id));
        const ImportedActivity* before = id ? &activities_.at(*id) : nullptr;
        if (!before && !master.has_start) return warn_of_nothing(master);
        if (!series.is_part && is_uid(master.uid)) whole_.push_back(place);
        if (before && master.cancels && !master.recurrence) return change(*id, *before, cancelled(*before), master);
        auto after = activities.of(before, series, alone);
        if (!after) return;
        if (before && !before->activity.uid.empty() && !series.is_part && !own_id(master.uid))
            after->activity.uid = master.uid;
        if (before)
            change(*id, *before, *after, master);
        else
            add(*after, master);
    }

    // A cancellation says that it is off, and nothing else (RFC 5546, section 3.2.5).
    static ImportedActivity cancelled(ImportedActivity activity) {
        activity.activity.status = model::Status::cancelled;
        if (activity.activity.repeat)
            for (model::Change& change : activity.activity.repeat->changes) change.status.reset();
        return activity;
    }

    // Those that came of a date of a series, which the series' file has no more.
    void cancel_lost_dates() {
        for (const std::size_t place : whole_) {
            const CalendarEvent master = series_[place].master;
            const std::string begin = master.uid + "#";
            for (auto at = by_uid_.lower_bound(begin); at != by_uid_.end() && at->first.starts_with(begin); ++at) {
                const ImportedActivity& activity = activities_.at(at->second);
                const bool is_of_date = is_stamp(std::string_view(at->first).substr(begin.size()));
                if (!is_of_date || taken_.contains(at->second)) continue;
                taken_.insert(at->second);
                if (activity.activity.status == model::Status::cancelled) continue;
                warn(master, "UID", "lone-change",
                     fmt::format("`{}` came of a date of {}, which has no such date any more: it is cancelled",
                                 at->second, text::quoted(master.name)));
                change(at->second, activity, cancelled(activity), master);
            }
        }
    }

    std::optional<std::string> known(const CalendarEvent& event) {
        if (is_uid(event.uid)) {
            if (const auto id = id_of(event.uid)) return id;
            const auto found = matched_.find(event.uid);
            return found == matched_.end() ? std::nullopt : std::optional(found->second);
        }
        const time::Zone zone = event.start.zone.value_or(*time::find_zone(plan_.event.timezone));
        for (const std::string& id : by_name_[name_key(event.name, event.start.time, event.start.is_date, zone)])
            if (!taken_.contains(id)) return id;
        return std::nullopt;
    }

    void add(ImportedActivity& imported, const CalendarEvent& event) {
        Activity& activity = imported.activity;
        const auto own = own_id(event.uid);
        if (is_uid(event.uid) && !own) activity.uid = event.uid;
        std::vector<std::string> distinctions;
        for (const auto* first : {&activity.participants.required, &activity.areas})
            if (!first->empty() && distinctions.empty()) distinctions.push_back(first->front());
        distinctions.push_back(time::to_text(activity.start.date));
        const std::string id = own ? *own : ids_.made_from(activity.name, event::command(Noun::activity), distinctions);
        ids_.reserve(id);
        if (!draft_new(drafts_, Noun::activity, id, record_of(activity))) return report_size(id, event);
        event::Draft& draft = drafts_.of(Noun::activity, id);
        if (!imported.declined.empty()) draft.put(declined_key, list_value(imported.declined));
        if (!imported.changed_dates.empty()) draft.put(changed_key, dates_value(imported.changed_dates));
        report_.added.push_back(id);
    }

    void change(const std::string& id, const ImportedActivity& before, const ImportedActivity& after,
                const CalendarEvent& event) {
        Edits changes = edits(before.activity, after.activity);
        if (before.declined != after.declined) changes.values.emplace_back(declined_key, list_value(after.declined));
        if (before.changed_dates != after.changed_dates)
            changes.values.emplace_back(changed_key, dates_value(after.changed_dates));
        if (changes.empty()) return report_.unchanged.push_back(id);
        try {
            if (!draft_changes(drafts_, id, std::move(changes), intake_)) return report_size(id, event);
            drafts_.of(Noun::activity, id).verify();
        } catch (const text::Failure& failure) {
            // Places in a draft are not on the disk.
            for (const text::Problem& problem : failure.problems)
                findings_.add(event.component->span, problem.rule,
                              fmt::format("as this event has it, `{}` would be wrong: {}", id, problem.message),
                              problem.hints);
            if (failure.problems.empty())
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
        const auto name = [&](const std::set<std::string>& who, std::string_view why) {
            constexpr std::size_t most = 12;
            if (!who.empty())
                report_.notes.push_back(
                    fmt::format("not booked, {}: {}", why, text::listed(std::vector(who.begin(), who.end()), most)));
        };
        name(words_.declined(), "since they declined");
        name(words_.uninvolved(), "since they need not come");
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
    std::optional<schedule::Zones> zones_;  // of the plan, once that is read
    std::vector<CalendarEvent> events_;
    std::vector<CalendarSeries> series_;
    std::map<std::string, ImportedActivity> activities_;
    std::map<std::string, std::string> by_uid_;
    std::map<std::string, std::vector<std::size_t>> shared_;  // places of the events that share a UID
    std::unordered_map<std::string, std::size_t> parts_;      // places of the series of which there are only dates
    std::vector<std::size_t> whole_;                          // places of events that the file has as a whole
    std::unordered_map<std::string, std::string> matched_;    // UIDs to activities that had another
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
