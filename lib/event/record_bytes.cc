#include "event/record_bytes.h"

#include "event/bytes.h"
#include "event/fields.h"

// Found where the archives look for them: beside the types.
namespace backops::time {

template <class Archive>
void members(Archive& archive, Date& date) {
    archive(date.days);
}

template <class Archive>
void members(Archive& archive, WallTime& time) {
    archive(time.date, time.seconds);
}

template <class Archive>
void members(Archive& archive, Duration& duration) {
    archive(duration.seconds);
}

template <class Archive>
void members(Archive& archive, Every& every) {
    archive(every.unit, every.interval);
}

template <class Archive>
void members(Archive& archive, On& on) {
    archive(on.weekday, on.number);
}

}  // namespace backops::time

namespace backops::model {

template <class Archive>
void members(Archive& archive, TimeOrDate& time) {
    archive(time.time, time.is_date);
}

template <class Archive>
void members(Archive& archive, Unavailable& unavailable) {
    archive(unavailable.start, unavailable.end, unavailable.reason);
}

template <class Archive>
void members(Archive& archive, Rules& rules) {
    archive(rules.minimum_rest, rules.longest_day, rules.meal_within, rules.split, rules.general_call, rules.severity);
}

template <class Archive>
void members(Archive& archive, Site& site) {
    archive(site.venue, site.address, site.map, site.entrance, site.parking, site.transport);
}

template <class Archive>
void members(Archive& archive, Safety& safety) {
    archive(safety.emergency, safety.hospital, safety.medic, safety.muster_point, safety.notes);
}

template <class Archive>
void members(Archive& archive, AttributeRule& rule) {
    archive(rule.id, rule.required, rule.crew_provided, rule.removed);
}

template <class Archive>
void members(Archive& archive, Need& need) {
    archive(need.count, need.role, need.collaborator);
}

template <class Archive>
void members(Archive& archive, Participants& participants) {
    archive(participants.required, participants.optional);
}

template <class Archive>
void members(Archive& archive, Segment& segment) {
    archive(segment.name, segment.duration, segment.start, segment.cue, segment.type, segment.location, segment.color,
            segment.notes, segment.who, segment.columns);
}

template <class Archive>
void members(Archive& archive, Accept& accept) {
    archive(accept.rule, accept.with, accept.reason, accept.by, accept.until);
}

template <class Archive>
void members(Archive& archive, Change& change) {
    archive(change.date, change.name, change.location, change.description, change.notes, change.start, change.end,
            change.end_is_clock, change.duration, change.areas, change.organizers, change.participants, change.status);
}

template <class Archive>
void members(Archive& archive, Repeat& repeat) {
    archive(repeat.every, repeat.dates, repeat.on, repeat.week_start, repeat.until, repeat.count, repeat.during,
            repeat.skip, repeat.changes);
}

template <class Archive>
void members(Archive& archive, Area& area) {
    archive(area.location, area.timezone, area.site, area.safety, area.overlap, area.collaborators, area.contact,
            area.unavailable);
}

template <class Archive>
void members(Archive& archive, Collaborator& collaborator) {
    archive(collaborator.email, collaborator.phone, collaborator.contact, collaborator.crew_attributes,
            collaborator.visibility, collaborator.overlap, collaborator.rules, collaborator.unavailable);
}

template <class Archive>
void members(Archive& archive, CrewMember& person) {
    archive(person.collaborator, person.title, person.role, person.department, person.email, person.phone, person.radio,
            person.attributes, person.crew_attributes, person.visibility, person.overlap, person.rules,
            person.unavailable);
}

template <class Archive>
void members(Archive& archive, Activity& activity) {
    archive(activity.kind, activity.status, activity.all_day, activity.start, activity.end, activity.end_is_clock,
            activity.duration, activity.timezone, activity.global, activity.areas, activity.location,
            activity.organizers, activity.participants, activity.needs, activity.repeat, activity.segments,
            activity.busy, activity.fixed, activity.visibility, activity.accept, activity.uid, activity.continues);
}

template <class Archive>
void members(Archive& archive, Timeframe& timeframe) {
    archive(timeframe.start, timeframe.end, timeframe.areas, timeframe.participants, timeframe.global, timeframe.color);
}

template <class Archive>
void members(Archive& archive, View& view) {
    archive(view.event, view.areas, view.collaborators, view.crew, view.with_team, view.match_all, view.kinds,
            view.statuses, view.roles, view.text, view.during, view.audience, view.as, view.columns);
}

}  // namespace backops::model

namespace backops::event {
namespace {

/// A mark's key as its place among the noun's fields; files are far smaller than its numbers can count.
struct PackedMark {
    std::uint8_t field = 0;
    std::uint32_t begin = 0, end = 0;
};

template <class Archive>
void members(Archive& archive, PackedMark& mark) {
    archive(mark.field, mark.begin, mark.end);
}

void put(ToBytes& archive, const std::vector<model::Mark>& marks, std::span<const Field> fields) {
    archive(static_cast<std::uint8_t>(marks.size()));
    for (const model::Mark& mark : marks)
        archive(PackedMark{static_cast<std::uint8_t>(find_field(fields, mark.key) - fields.data()),
                           static_cast<std::uint32_t>(mark.span.begin), static_cast<std::uint32_t>(mark.span.end)});
}

void take(FromBytes& archive, std::vector<model::Mark>& marks, std::span<const Field> fields) {
    std::uint8_t count = 0;
    archive(count);
    marks.clear();
    marks.reserve(count);
    for (PackedMark mark; marks.size() < count && !archive.has_failed();) {
        archive(mark);
        if (mark.field >= fields.size()) return archive.fail();
        marks.push_back({fields[mark.field].key, {mark.begin, mark.end}});
    }
}

template <class R>
std::string bytes_of(Noun noun, const R& record) {
    ToBytes archive;
    archive(record.name, record.description, record.tags, record.notes, record.has_own_keys);
    put(archive, record.marks, fields_of(noun));
    members(archive, const_cast<R&>(record));
    return archive.take();
}

template <class R>
bool take(std::string_view bytes, Noun noun, R& record) {
    FromBytes archive(bytes);
    archive(record.name, record.description, record.tags, record.notes, record.has_own_keys);
    take(archive, record.marks, fields_of(noun));
    members(archive, record);
    return archive.is_whole();
}

}  // namespace

std::string to_bytes(const model::Area& area) { return bytes_of(Noun::area, area); }
std::string to_bytes(const model::Collaborator& collaborator) { return bytes_of(Noun::collaborator, collaborator); }
std::string to_bytes(const model::CrewMember& person) { return bytes_of(Noun::crew, person); }
std::string to_bytes(const model::Activity& activity) { return bytes_of(Noun::activity, activity); }
std::string to_bytes(const model::Timeframe& timeframe) { return bytes_of(Noun::timeframe, timeframe); }
std::string to_bytes(const model::View& view) { return bytes_of(Noun::view, view); }

bool from_bytes(std::string_view bytes, model::Area& area) { return take(bytes, Noun::area, area); }
bool from_bytes(std::string_view bytes, model::Collaborator& collaborator) {
    return take(bytes, Noun::collaborator, collaborator);
}
bool from_bytes(std::string_view bytes, model::CrewMember& person) { return take(bytes, Noun::crew, person); }
bool from_bytes(std::string_view bytes, model::Activity& activity) { return take(bytes, Noun::activity, activity); }
bool from_bytes(std::string_view bytes, model::Timeframe& timeframe) { return take(bytes, Noun::timeframe, timeframe); }
bool from_bytes(std::string_view bytes, model::View& view) { return take(bytes, Noun::view, view); }

}  // namespace backops::event
