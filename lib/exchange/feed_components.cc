#include "exchange/feed_components.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdlib>

#include "exchange/folding.h"
#include "exchange/ical_library.h"
#include "text/width.h"

namespace backops::exchange {

namespace {

std::string written(const Component& component) {
    return refolded(taken_text(ical().icalcomponent_as_ical_string_r(component.get())));
}

icalproperty* add(icalcomponent* to, icalproperty_kind kind, icalvalue* value) {
    icalproperty* property = ical().icalproperty_new(kind);
    ical().icalproperty_set_value(property, value);
    ical().icalcomponent_add_property(to, property);
    return property;
}

icalproperty* add(icalcomponent* to, icalproperty_kind kind, icalvalue_kind type, const std::string& value) {
    return add(to, kind, ical().icalvalue_new_from_string(type, value.c_str()));
}

/// A text, whatever is in it.
void add_text(icalcomponent* to, icalproperty_kind kind, std::string_view text) {
    add(to, kind, ical().icalvalue_new_text(std::string(text).c_str()));
}

/// The same for a property that libical has no name for, or that holds several words; `text` is one line.
void add_words(icalcomponent* to, std::string_view name, std::string_view text) {
    icalproperty* property = add(to, ICAL_X_PROPERTY, ical().icalvalue_new_x(std::string(text).c_str()));
    ical().icalproperty_set_x_name(property, std::string(name).c_str());
}

void add_parameter(icalproperty* to, const char* text) {
    ical().icalproperty_add_parameter(to, ical().icalparameter_new_from_string(text));
}

void add_time(icalcomponent* to, icalproperty_kind kind, const FeedTime& time) {
    const bool is_date = time.form == FeedTime::Form::date;
    icalproperty* property = add(to, kind, is_date ? ICAL_DATE_VALUE : ICAL_DATETIME_VALUE, to_text(time));
    if (is_date) add_parameter(property, "VALUE=DATE");
    if (time.zone)
        ical().icalproperty_add_parameter(property, ical().icalparameter_new_tzid(time.zone->name().c_str()));
}

void add_times(icalcomponent* to, const FeedTimes& times) {
    add_time(to, ICAL_DTSTART_PROPERTY, times.start);
    if (times.end) add_time(to, ICAL_DTEND_PROPERTY, *times.end);
    if (const auto seconds = times.seconds)
        add(to, ICAL_DURATION_PROPERTY, ICAL_DURATION_VALUE,
            fmt::format("PT{}H{}M{}S", *seconds / 3600, *seconds / 60 % 60, *seconds % 60));
}

std::string_view status_word(model::Status status) {
    switch (status) {
        case model::Status::confirmed:
            return "CONFIRMED";
        case model::Status::tentative:
            return "TENTATIVE";
        case model::Status::cancelled:
            break;
    }
    return "CANCELLED";
}

std::string_view class_word(model::Visibility visibility) {
    switch (visibility) {
        case model::Visibility::everyone:
            return "PUBLIC";
        case model::Visibility::crew:
            return "CONFIDENTIAL";
        case model::Visibility::confidential:
            break;
    }
    return "PRIVATE";
}

const char* role_of(const Attendee& attendee, bool is_first) {
    if (attendee.role == schedule::Role::organizer) return is_first ? nullptr : "ROLE=CHAIR";
    return attendee.role == schedule::Role::required ? "ROLE=REQ-PARTICIPANT" : "ROLE=OPT-PARTICIPANT";
}

/// There is one ORGANIZER at most; who organizes with them takes the chair.
void add_attendees(icalcomponent* to, const std::vector<Attendee>& attendees) {
    for (const Attendee& attendee : attendees) {
        const char* role = role_of(attendee, &attendee == &attendees.front());
        icalproperty* property = add(to, role ? ICAL_ATTENDEE_PROPERTY : ICAL_ORGANIZER_PROPERTY, ICAL_CALADDRESS_VALUE,
                                     "mailto:" + attendee.email);
        ical().icalproperty_add_parameter(property, ical().icalparameter_new_cn(attendee.name.c_str()));
        if (role && attendee.is_group) add_parameter(property, "CUTYPE=GROUP");
        if (role) add_parameter(property, role);
    }
}

void add_event_text(icalcomponent* to, const EventText& text) {
    add_text(to, ICAL_SUMMARY_PROPERTY, text.summary);
    if (!text.location.empty()) add_text(to, ICAL_LOCATION_PROPERTY, text.location);
    if (!text.description.empty()) add_text(to, ICAL_DESCRIPTION_PROPERTY, text.description);
    // libical writes one text in a property, and escapes the commas of a list.
    if (!text.categories.empty()) add_words(to, "CATEGORIES", fmt::format("{}", fmt::join(text.categories, ",")));
    add_words(to, "STATUS", status_word(text.status));
    add_words(to, "TRANSP", text.is_transparent ? "TRANSPARENT" : "OPAQUE");
    add_words(to, "CLASS", class_word(text.visibility));
    add_attendees(to, text.attendees);
}

/// Whole minutes since 2020: each publication has a higher number than those before it, without remembering them.
std::int64_t sequence(time::Instant now) {
    constexpr std::int64_t first = 1'577'836'800;
    return std::max<std::int64_t>(0, (now.seconds - first) / 60);
}

Component new_event(const Publication& publication, const model::Activity& activity) {
    Component component(ical().icalcomponent_new(ICAL_VEVENT_COMPONENT));
    icalcomponent* event = component.get();
    const std::string now = to_text(feed_time(publication.now));
    const std::string uid =
        activity.uid.empty() ? fmt::format("{}.{}@backops", activity.id, publication.event_uid) : activity.uid;
    add_text(event, ICAL_UID_PROPERTY, text::one_line(publication.part + uid));
    add(event, ICAL_DTSTAMP_PROPERTY, ICAL_DATETIME_VALUE, now);
    add(event, ICAL_LASTMODIFIED_PROPERTY, ICAL_DATETIME_VALUE, now);
    add(event, ICAL_SEQUENCE_PROPERTY, ICAL_INTEGER_VALUE, std::to_string(sequence(publication.now)));
    return component;
}

std::string offset_text(std::int32_t offset) {
    const int size = std::abs(offset);
    std::string text = fmt::format("{}{:02}{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
    return size % 60 == 0 ? text : text + fmt::format("{:02}", size % 60);
}

void add_observance(icalcomponent* zone, const time::Observance& observance) {
    // Before there were zones; some readers take no earlier year.
    constexpr time::Instant earliest{-2'208'988'800};
    icalcomponent* part =
        ical().icalcomponent_new(observance.is_daylight ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
    const time::WallTime begin =
        time::from_linear(std::max(observance.begin, earliest).seconds + observance.offset_before);
    add(part, ICAL_DTSTART_PROPERTY, ICAL_DATETIME_VALUE, to_text(FeedTime{FeedTime::Form::zoned, begin, {}}));
    add(part, ICAL_TZOFFSETFROM_PROPERTY, ICAL_UTCOFFSET_VALUE, offset_text(observance.offset_before));
    add(part, ICAL_TZOFFSETTO_PROPERTY, ICAL_UTCOFFSET_VALUE, offset_text(observance.offset));
    add_text(part, ICAL_TZNAME_PROPERTY, observance.abbreviation);
    ical().icalcomponent_add_component(zone, part);
}

time::Instant new_year(int year) { return {time::linear({*time::date_of(year, 1, 1), 0})}; }

}  // namespace

std::string lines_of(const FeedHeading& heading) {
    const Component calendar(ical().icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add_words(calendar.get(), "VERSION", "2.0");
    add_words(calendar.get(), "PRODID", "-//backops//backops//EN");
    add_words(calendar.get(), "CALSCALE", "GREGORIAN");
    add_text(calendar.get(), ICAL_NAME_PROPERTY, heading.name);
    add_words(calendar.get(), "X-WR-CALNAME", heading.name);
    add_words(calendar.get(), "X-WR-TIMEZONE", heading.zone);
    std::string lines = written(calendar);
    lines.resize(lines.size() - end_of_calendar.size());
    return lines;
}

std::string lines_of(const Publication& publication, const model::Activity& activity, const FeedSeries& series) {
    const Component event = new_event(publication, activity);
    add_times(event.get(), series.times);
    if (!series.rule.empty()) add(event.get(), ICAL_RRULE_PROPERTY, ICAL_RECUR_VALUE, series.rule);
    for (const FeedTime& date : series.dates) add_time(event.get(), ICAL_RDATE_PROPERTY, date);
    for (const FeedTime& date : series.left_out) add_time(event.get(), ICAL_EXDATE_PROPERTY, date);
    add_event_text(event.get(), series.text);
    std::string lines = written(event);
    for (const FeedException& exception : series.exceptions) {
        const Component other = new_event(publication, activity);
        add_time(other.get(), ICAL_RECURRENCEID_PROPERTY, exception.date);
        add_times(other.get(), exception.times);
        add_event_text(other.get(), exception.text);
        lines += written(other);
    }
    return lines;
}

std::string lines_of(const time::Zone& zone, time::Instant from, time::Instant until) {
    const Component component(ical().icalcomponent_new(ICAL_VTIMEZONE_COMPONENT));
    add_text(component.get(), ICAL_TZID_PROPERTY, zone.name());
    const auto year_of = [](time::Instant instant) {
        return time::year_month_day(time::from_linear(instant.seconds).date).year;
    };
    for (const time::Observance& observance : zone.observances(new_year(year_of(from)), new_year(year_of(until) + 1)))
        add_observance(component.get(), observance);
    return written(component);
}

}  // namespace backops::exchange
