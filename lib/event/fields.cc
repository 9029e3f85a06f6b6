#include "event/fields.h"

#include <algorithm>

namespace backops::event {
namespace {

// clang-format off
using enum Type;

constexpr Field tag_item{.key = "", .type = id, .title = "Tag", .help = "A word of your own to select by."};
constexpr Field text_item{.key = "", .type = text, .title = "Text", .help = "One line of text."};
constexpr Field area_item{.key = "", .type = reference, .title = "Area", .help = "The id of an area.", .target = Target::area};
constexpr Field party_item{.key = "", .type = reference, .title = "Collaborator or crew member", .help = "The id of a collaborator or crew member.", .target = Target::party};
constexpr Field collaborator_item{.key = "", .type = reference, .title = "Collaborator", .help = "The id of a collaborator.", .target = Target::collaborator};
constexpr Field crew_item{.key = "", .type = reference, .title = "Crew member", .help = "The id of a crew member.", .target = Target::crew};
constexpr Field kind_item{.key = "", .type = id, .title = "Kind", .help = "A kind of activity."};
constexpr Field date_item{.key = "", .type = date, .title = "Date", .help = "A date, such as 2026-06-12."};
constexpr Field on_item{.key = "", .type = on, .title = "Day", .help = "A weekday (fri), a day of the month (15, -1), or the nth or last weekday of a month (2 tue, last fri)."};
constexpr Field who_item{.key = "", .type = person_text, .title = "Who", .help = "The id of a collaborator or crew member, or free text.", .target = Target::party};

constexpr Field name_field{.key = "name", .type = text, .title = "Name", .help = "What people call it.", .required = true};
constexpr Field description_field{.key = "description", .type = prose, .title = "Description", .help = "What people should know; may have many lines."};
constexpr Field tags_field{.key = "tags", .type = list, .title = "Tags", .help = "Words of your own to select by.", .element = &tag_item};
constexpr Field notes_field{.key = "notes", .type = prose, .title = "Notes", .help = "For the production office; never published. May have many lines."};

constexpr Field site_fields[] = {
    {.key = "venue", .type = text, .title = "Venue", .help = "The name of the place."},
    {.key = "address", .type = text, .title = "Address", .help = "Street, number, postcode, town."},
    {.key = "map", .type = text, .title = "Map", .help = "A link or coordinates."},
    {.key = "entrance", .type = text, .title = "Entrance", .help = "The gate, dock or door for crew."},
    {.key = "parking", .type = text, .title = "Parking", .help = "Where crew and trucks park."},
    {.key = "transport", .type = text, .title = "Transport", .help = "How to come by public transport."},
};
constexpr Field safety_fields[] = {
    {.key = "emergency", .type = text, .title = "Emergency", .help = "The number to call."},
    {.key = "hospital", .type = text, .title = "Hospital", .help = "The nearest one: name, address, phone."},
    {.key = "medic", .type = text, .title = "Medic", .help = "First aid on site: where, which channel."},
    {.key = "muster_point", .type = text, .title = "Muster point", .help = "Where people gather."},
    {.key = "notes", .type = prose, .title = "Safety notes", .help = "Hazards, protective equipment, weather plan."},
};
constexpr Field site_field{.key = "site", .type = record, .title = "Site", .help = "Where it is and how to get in.", .fields = site_fields};
constexpr Field safety_field{.key = "safety", .type = record, .title = "Safety", .help = "What sheets print for an emergency.", .fields = safety_fields};

constexpr std::string_view overlaps[] = {"allow", "warn", "forbid"};
constexpr std::string_view severities[] = {"off", "warning", "error"};
constexpr std::string_view attribute_types[] = {"text", "select", "date", "datetime", "number"};
constexpr std::string_view statuses[] = {"confirmed", "tentative", "cancelled"};
constexpr std::string_view visibilities[] = {"public", "crew", "private"};
constexpr std::string_view weekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr std::string_view roles[] = {"organizer", "required", "optional"};
constexpr std::string_view matches[] = {"any", "all"};
constexpr std::string_view forms[] = {"agenda", "grid", "week", "month"};
constexpr std::string_view resources[] = {"area", "collab", "crew"};

constexpr Field overlap_field{.key = "overlap", .type = choice, .title = "Overlap", .help = "Whether two busy activities at the same time are allowed here, a warning or an error.", .choices = overlaps};

constexpr Field unavailable_fields[] = {
    {.key = "start", .type = start, .title = "Start", .help = "A date-time, or a show day.", .required = true},
    {.key = "end", .type = start, .title = "End", .help = "A date-time, or the last show day.", .required = true},
    {.key = "reason", .type = text, .title = "Reason", .help = "Why."},
};
constexpr Field unavailable_item{.key = "", .type = record, .title = "Unavailable", .help = "A stretch of time.", .fields = unavailable_fields};
constexpr Field unavailable_field{.key = "unavailable", .type = list, .title = "Unavailable", .help = "When it cannot be booked.", .element = &unavailable_item, .example = "start=fri 10:00,end=fri 14:00,reason=rigging"};

constexpr Field shown_to_field{.key = "visibility", .type = choice, .title = "Visibility", .help = "Who may see the name: public, crew (the default), or private, whose phone and e-mail only the private audience sees.", .choices = visibilities};

constexpr Field severity_item{.key = "", .type = choice, .title = "Severity", .help = "off, warning or error.", .choices = severities};
constexpr Field rules_fields[] = {
    {.key = "minimum_rest", .type = duration, .title = "Minimum rest", .help = "Least time between a person's out of one show day and the next call."},
    {.key = "longest_day", .type = duration, .title = "Longest day", .help = "Most time between a person's call and out."},
    {.key = "meal_within", .type = duration, .title = "Meal within", .help = "Most time from a call or a meal to the next meal."},
    {.key = "split", .type = duration, .title = "Split", .help = "A gap of this length that a person's own call ends cuts their day in two: sheets print both calls and both outs."},
};
constexpr Field event_rules_fields[] = {
    rules_fields[0], rules_fields[1], rules_fields[2], rules_fields[3],
    {.key = "general_call", .type = duration, .title = "General call", .help = "How long before their first work the event's call may be for who has no other call. Default 4h."},
    {.key = "severity", .type = map, .title = "Severity", .help = "How grave a rule's findings are: the rule's name, then off, warning or error.", .element = &severity_item},
};
constexpr Field rules_field{.key = "rules", .type = record, .title = "Rules", .help = "Working-time limits; the nearest of person, collaborator and event wins.", .fields = rules_fields};

constexpr Field contact_fields[] = {
    {.key = "role", .type = text, .title = "Role", .help = "Such as Producer.", .required = true},
    {.key = "crew", .type = reference, .title = "Crew member", .help = "The person's id.", .required = true, .target = Target::crew},
};
constexpr Field contact_item{.key = "", .type = record, .title = "Contact", .help = "A key contact.", .fields = contact_fields};
constexpr Field contact_field{.key = "contact", .type = reference, .title = "Contact", .help = "Whom to ask: the id of a crew member.", .target = Target::crew};

constexpr Field attribute_fields[] = {
    {.key = "name", .type = text, .title = "Name", .help = "What people call it."},
    {.key = "type", .type = choice, .title = "Type", .help = "What its values are.", .required = true, .choices = attribute_types},
    {.key = "options", .type = list, .title = "Options", .help = "The values of a select.", .element = &text_item},
};
constexpr Field attribute_item{.key = "", .type = record, .title = "Crew attribute", .help = "Something that crew records may carry.", .fields = attribute_fields};
constexpr Field attribute_rule_fields[] = {
    {.key = "required", .type = flag, .title = "Required", .help = "Whether each person must have a value."},
    {.key = "crew_provided", .type = flag, .title = "Crew provided", .help = "Whether the person is asked for it."},
};
constexpr Field collaborator_attribute_item{.key = "", .type = record, .title = "Attribute rule", .help = "What its people must supply.", .fields = attribute_rule_fields};
constexpr Field crew_attribute_item{.key = "", .type = record, .title = "Attribute rule", .help = "What this person must supply instead; false removes the collaborator's.", .fields = attribute_rule_fields, .or_false = true};

constexpr Field radio_item{.key = "", .type = text, .title = "Use", .help = "Who or what the channel is for."};
constexpr Field comms_fields[] = {
    {.key = "radio", .type = map, .title = "Radio", .help = "Channel, then its use.", .element = &radio_item, .key_type = text},
    {.key = "wifi", .type = text, .title = "Wi-Fi", .help = "Network and password for crew."},
};

constexpr Field event_fields[] = {
    {.key = "format", .type = number, .title = "Format", .help = "The version of this file format: 1.", .required = true},
    {.key = "uid", .type = uid, .title = "UID", .help = "A random identity, made by `event new`; never change it.", .required = true},
    name_field, description_field,
    {.key = "kind", .type = text, .title = "Kind", .help = "Such as festival, conference, tour."},
    {.key = "timezone", .type = zone, .title = "Time zone", .help = "The IANA zone of all times that say nothing else, such as Europe/Berlin.", .required = true},
    {.key = "start", .type = date, .title = "First day", .help = "Day 1 of the event; load-in may lie before.", .required = true},
    {.key = "end", .type = date, .title = "Last day", .help = "The last of the days that \"day N of M\" counts.", .required = true},
    {.key = "day_start", .type = clock, .title = "Day start", .help = "When a show day begins; activities before it belong to the day before. Default 04:00."},
    {.key = "default_collaborator", .type = reference, .title = "Default collaborator", .help = "Crew added without a collaborator belong to it.", .required = true, .target = Target::collaborator},
    site_field, safety_field,
    {.key = "comms", .type = record, .title = "Communications", .help = "Radio channels and Wi-Fi.", .fields = comms_fields},
    {.key = "contacts", .type = list, .title = "Contacts", .help = "Key contacts that sheets print, with their roles.", .element = &contact_item, .example = "role=Producer,crew=iris-vale"},
    {.key = "crew_attributes", .type = map, .title = "Crew attributes", .help = "What crew records may carry in `attributes`, by id.", .element = &attribute_item},
    {.key = "columns", .type = list, .title = "Columns", .help = "Departments of run sheets, in print order.", .element = &text_item},
    {.key = "windows", .type = list, .title = "Windows", .help = "Kinds of activity that share their area with other things. They take people and companies like any work. Default load-in, load-out, changeover.", .element = &kind_item},
    {.key = "rules", .type = record, .title = "Rules", .help = "Working-time limits and the severity of checks.", .fields = event_rules_fields},
    tags_field, notes_field,
};

constexpr Field area_fields[] = {
    name_field, description_field,
    {.key = "location", .type = text, .title = "Location", .help = "Where the space is."},
    {.key = "timezone", .type = zone, .title = "Time zone", .help = "When it is not the event's."},
    site_field, safety_field, overlap_field,
    {.key = "collaborators", .type = list, .title = "Collaborators", .help = "Who is assigned here.", .element = &collaborator_item},
    contact_field, unavailable_field, tags_field, notes_field,
};

constexpr Field collaborator_fields[] = {
    name_field, description_field,
    {.key = "email", .type = text, .title = "E-mail", .help = "The organisation's address."},
    {.key = "phone", .type = text, .title = "Phone", .help = "The organisation's number."},
    contact_field,
    {.key = "crew_attributes", .type = map, .title = "Crew attributes", .help = "What its people must supply, by attribute id.", .element = &collaborator_attribute_item},
    shown_to_field, overlap_field, rules_field, unavailable_field, tags_field, notes_field,
};

constexpr Field attribute_value{.key = "", .type = text, .title = "Value", .help = "The attribute's value."};
constexpr Field crew_fields[] = {
    name_field, description_field,
    {.key = "collaborator", .type = reference, .title = "Collaborator", .help = "The organisation that the person belongs to.", .required = true, .target = Target::collaborator},
    {.key = "title", .type = text, .title = "Title", .help = "Such as Dr or Captain."},
    {.key = "role", .type = text, .title = "Role", .help = "Such as FOH engineer."},
    {.key = "department", .type = text, .title = "Department", .help = "Such as Audio."},
    {.key = "email", .type = text, .title = "E-mail", .help = "The person's address."},
    {.key = "phone", .type = text, .title = "Phone", .help = "The person's number."},
    {.key = "radio", .type = text, .title = "Radio", .help = "The channel that the person is on."},
    {.key = "attributes", .type = map, .title = "Attributes", .help = "Values of the event's crew attributes, by id.", .element = &attribute_value},
    {.key = "crew_attributes", .type = map, .title = "Crew attributes", .help = "What differs from the collaborator's demands.", .element = &crew_attribute_item},
    shown_to_field, overlap_field, rules_field, unavailable_field, tags_field, notes_field,
};

constexpr Field required_field{.key = "required", .type = list, .title = "Required", .help = "Who must be there.", .element = &party_item};
constexpr Field optional_field{.key = "optional", .type = list, .title = "Optional", .help = "Who may be there.", .element = &party_item};
constexpr Field participants_fields[] = {required_field, optional_field};
constexpr Field areas_field{.key = "areas", .type = list, .title = "Areas", .help = "The areas that it takes.", .element = &area_item};
constexpr Field organizers_field{.key = "organizers", .type = list, .title = "Organizers", .help = "Who arranges it; an organizer need not be there.", .element = &party_item};
constexpr Field participants_field{.key = "participants", .type = record, .title = "Participants", .help = "Who is called to it.", .fields = participants_fields};
constexpr Field status_field{.key = "status", .type = choice, .title = "Status", .help = "How sure it is; what is cancelled stays in its file but leaves the schedules. Default confirmed.", .choices = statuses};

constexpr Field need_fields[] = {
    {.key = "count", .type = number, .title = "Count", .help = "How many people.", .required = true},
    {.key = "role", .type = text, .title = "Role", .help = "As what.", .required = true},
    {.key = "collaborator", .type = reference, .title = "Collaborator", .help = "Who sends them.", .target = Target::collaborator},
};
constexpr Field need_item{.key = "", .type = record, .title = "Need", .help = "People not named yet.", .fields = need_fields};

constexpr Field change_fields[] = {
    {.key = "name", .type = text, .title = "Name", .help = "That day's name."},
    {.key = "description", .type = prose, .title = "Description", .help = "That day's description."},
    status_field,
    {.key = "start", .type = end, .title = "Start", .help = "A clock time of that date, or a date-time; alone it keeps the length."},
    {.key = "end", .type = end, .title = "End", .help = "A clock time or a date-time."},
    {.key = "duration", .type = duration, .title = "Duration", .help = "Instead of an end."},
    areas_field,
    {.key = "location", .type = text, .title = "Location", .help = "That day's exact place."},
    organizers_field, participants_field, notes_field,
};
constexpr Field change_item{.key = "", .type = record, .title = "Change", .help = "What differs on that date.", .fields = change_fields};

constexpr Field repeat_fields[] = {
    {.key = "every", .type = every, .title = "Every", .help = "day, week, month, 2 days, 3 weeks and so on."},
    {.key = "dates", .type = list, .title = "Dates", .help = "Plain dates instead of a rule.", .element = &date_item},
    {.key = "on", .type = list, .title = "On", .help = "Which weekdays or days of the month.", .element = &on_item},
    {.key = "week_start", .type = choice, .title = "Week start", .help = "The first day of a week; matters from two weeks on. Default mon.", .choices = weekdays},
    {.key = "until", .type = date, .title = "Until", .help = "The last date that it may fall on."},
    {.key = "count", .type = number, .title = "Count", .help = "How many times."},
    {.key = "during", .type = reference, .title = "During", .help = "Only on the days of this time frame.", .target = Target::timeframe},
    {.key = "skip", .type = list, .title = "Skip", .help = "Dates on which it does not happen.", .element = &date_item},
    {.key = "changes", .type = map, .title = "Changes", .help = "What differs on single dates.", .element = &change_item, .key_type = date},
};

constexpr Field column_item{.key = "", .type = text, .title = "Column", .help = "The department's line."};
constexpr Field segment_fields[] = {
    {.key = "name", .type = text, .title = "Name", .help = "What happens.", .required = true},
    {.key = "duration", .type = duration, .title = "Duration", .help = "How long it takes."},
    {.key = "start", .type = clock, .title = "Hard start", .help = "A clock time that it must begin at."},
    {.key = "cue", .type = text, .title = "Cue", .help = "Its name on the run sheet, such as 4.2."},
    {.key = "type", .type = text, .title = "Type", .help = "Such as VT, break, transition."},
    {.key = "who", .type = list, .title = "Who", .help = "Collaborators, crew or free text.", .element = &who_item},
    {.key = "location", .type = text, .title = "Location", .help = "Where, or which entrance."},
    {.key = "color", .type = color, .title = "Colour", .help = "A colour for its row."},
    {.key = "columns", .type = map, .title = "Columns", .help = "Department, then its line.", .element = &column_item, .key_type = text},
    {.key = "notes", .type = prose, .title = "Notes", .help = "May have many lines."},
};
constexpr Field segment_item{.key = "", .type = record, .title = "Segment", .help = "One row of the run of show.", .fields = segment_fields};

constexpr Field accept_fields[] = {
    {.key = "rule", .type = id, .title = "Rule", .help = "The rule whose finding is accepted.", .required = true},
    {.key = "with", .type = text, .title = "With", .help = "The other activity, person, collaborator or area; none: any.", .target = Target::any},
    {.key = "reason", .type = text, .title = "Reason", .help = "Why it is meant so.", .required = true},
    {.key = "by", .type = text, .title = "By", .help = "Who decided."},
    {.key = "until", .type = date, .title = "Until", .help = "The last day that it holds."},
};
constexpr Field accept_item{.key = "", .type = record, .title = "Accept", .help = "A finding that is meant so.", .fields = accept_fields};

constexpr Field activity_fields[] = {
    name_field, description_field,
    {.key = "kind", .type = id, .title = "Kind", .help = "Such as rehearsal; call, meal, travel, show, hold and curfew carry meaning."},
    status_field,
    {.key = "start", .type = start, .title = "Start", .help = "A date-time (hours to 35 for after midnight), or a date alone: all day.", .required = true},
    {.key = "end", .type = end, .title = "End", .help = "A date-time, or a clock time: the first after the start; a date, inclusive, when all day."},
    {.key = "duration", .type = duration, .title = "Duration", .help = "Elapsed time instead of an end; neither: a moment, such as doors."},
    {.key = "timezone", .type = zone, .title = "Time zone", .help = "Default its areas', else the event's."},
    {.key = "global", .type = flag, .title = "Global", .help = "Whether it is on the event's own calendar."},
    areas_field,
    {.key = "location", .type = text, .title = "Location", .help = "The exact place inside the area."},
    organizers_field, participants_field,
    {.key = "needs", .type = list, .title = "Needs", .help = "People not named yet: a labour call.", .element = &need_item, .example = "4 stagehand acme-audio"},
    {.key = "repeat", .type = record, .title = "Repeat", .help = "When it happens again.", .fields = repeat_fields},
    {.key = "segments", .type = list, .title = "Segments", .help = "The run of show inside it.", .element = &segment_item, .example = "name=Opening,duration=5m,cue=1"},
    {.key = "busy", .type = flag, .title = "Busy", .help = "Whether it can conflict. Default true, but false when all day and for the kinds call and hold."},
    {.key = "fixed", .type = flag, .title = "Fixed", .help = "A hard time that shifting leaves alone, such as doors or curfew."},
    {.key = "visibility", .type = choice, .title = "Visibility", .help = "Who may see it. Default crew.", .choices = visibilities},
    {.key = "accept", .type = list, .title = "Accept", .help = "Findings of the checks that are meant so.", .element = &accept_item, .example = "rule=area-overlap,with=focus,reason=shared stage"},
    {.key = "uid", .type = uid, .title = "UID", .help = "Only when it came from another calendar."},
    {.key = "continues", .type = reference, .title = "Continues", .help = "The series that this one was split from.", .target = Target::activity},
    tags_field, notes_field,
};

constexpr Field timeframe_fields[] = {
    name_field, description_field,
    {.key = "start", .type = start, .title = "Start", .help = "A date-time, or the first show day.", .required = true},
    {.key = "end", .type = start, .title = "End", .help = "A date-time, or the last show day, inclusive.", .required = true},
    areas_field,
    {.key = "participants", .type = list, .title = "Participants", .help = "Collaborators and crew whom it concerns.", .element = &party_item},
    {.key = "global", .type = flag, .title = "Global", .help = "Whether it concerns everybody."},
    {.key = "color", .type = color, .title = "Colour", .help = "A colour for its band."},
    tags_field, notes_field,
};

constexpr Field role_item{.key = "", .type = choice, .title = "Role", .help = "organizer, required or optional.", .choices = roles};
constexpr Field status_item{.key = "", .type = choice, .title = "Status", .help = "confirmed, tentative or cancelled.", .choices = statuses};
constexpr Field view_fields[] = {
    name_field, description_field,
    {.key = "event", .type = flag, .title = "Event", .help = "Whether the event's calendar is in it."},
    {.key = "areas", .type = list, .title = "Areas", .help = "Whose calendars are in it.", .element = &area_item},
    {.key = "collaborators", .type = list, .title = "Collaborators", .help = "Whose calendars are in it.", .element = &collaborator_item},
    {.key = "crew", .type = list, .title = "Crew", .help = "Whose calendars are in it.", .element = &crew_item},
    {.key = "with_team", .type = flag, .title = "With team", .help = "Whether each person's collaborator's calendar is in it too."},
    {.key = "match", .type = choice, .title = "Match", .help = "any (default) or all of the calendars.", .choices = matches},
    {.key = "kinds", .type = list, .title = "Kinds", .help = "Only these kinds.", .element = &kind_item},
    {.key = "statuses", .type = list, .title = "Statuses", .help = "Only these statuses.", .element = &status_item},
    {.key = "tags", .type = list, .title = "Selected tags", .help = "Only what has one of these tags.", .element = &tag_item},
    {.key = "roles", .type = list, .title = "Roles", .help = "Only in these roles.", .element = &role_item},
    {.key = "text", .type = text, .title = "Text", .help = "Only what has all these words."},
    {.key = "during", .type = reference, .title = "During", .help = "Only during this time frame.", .target = Target::timeframe},
    {.key = "audience", .type = choice, .title = "Audience", .help = "What may be shown.", .choices = visibilities},
    {.key = "as", .type = choice, .title = "Form", .help = "agenda, grid, week or month.", .choices = forms},
    {.key = "columns", .type = choice, .title = "Columns", .help = "What stands across in a grid.", .choices = resources},
    notes_field,
};
// clang-format on

}  // namespace

std::span<const Field> fields_of(Noun noun) {
    switch (noun) {
        case Noun::event:
            return event_fields;
        case Noun::area:
            return area_fields;
        case Noun::collaborator:
            return collaborator_fields;
        case Noun::crew:
            return crew_fields;
        case Noun::activity:
            return activity_fields;
        case Noun::timeframe:
            return timeframe_fields;
        case Noun::view:
            return view_fields;
    }
    return {};
}

const Field* find_field(std::span<const Field> fields, std::string_view key) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const Field* record_with(std::span<const Field> fields, std::string_view key) {
    const auto found = std::ranges::find_if(
        fields, [&](const Field& field) { return field.type == Type::record && find_field(field.fields, key); });
    return found == fields.end() ? nullptr : &*found;
}

bool is_own_key(std::string_view key) { return key.starts_with("x-") && key.size() > 2; }

}  // namespace backops::event
