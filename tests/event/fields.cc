#include "event/fields.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace backops::event::tests {
namespace {

using Keys = std::vector<std::string>;

void flatten(std::span<const Field> fields, const std::string& above, Keys& keys);

// `areas[]` is a list, `radio{}` a map with keys of one's own, `name*` is required.
void flatten(const Field& field, std::string path, Keys& keys) {
    const Field* here = &field;
    while (here->type == Type::list || here->type == Type::map) {
        path += here->type == Type::list ? "[]" : "{}";
        here = here->element;
    }
    if (here->type == Type::record)
        flatten(here->fields, path + ".", keys);
    else
        keys.push_back(path + (field.required ? "*" : ""));
}

void flatten(std::span<const Field> fields, const std::string& above, Keys& keys) {
    for (const Field& field : fields) flatten(field, above + std::string(field.key), keys);
}

Keys keys_of(Noun noun) {
    Keys keys;
    flatten(fields_of(noun), "", keys);
    std::sort(keys.begin(), keys.end());
    return keys;
}

Keys sorted(Keys keys) {
    std::sort(keys.begin(), keys.end());
    return keys;
}

Keys joined(Keys keys, const Keys& more) {
    keys.insert(keys.end(), more.begin(), more.end());
    return keys;
}

const Keys every_record = {"name*", "description", "tags[]", "notes"};
const Keys site = {"site.venue", "site.address", "site.map", "site.entrance", "site.parking", "site.transport"};
const Keys safety = {"safety.emergency", "safety.hospital", "safety.medic", "safety.muster_point", "safety.notes"};
const Keys rules = {"rules.minimum_rest", "rules.longest_day", "rules.meal_within", "rules.split"};
const Keys unavailable = {"unavailable[].start*", "unavailable[].end*", "unavailable[].reason"};

}  // namespace

TEST_CASE("event.yaml has the keys of the design and no others") {
    Keys wanted = joined(joined(joined(every_record, site), safety), rules);
    wanted =
        joined(wanted, {"format*", "uid*", "kind", "timezone*", "start*", "end*", "day_start", "default_collaborator*",
                        "comms.radio{}", "comms.wifi", "contacts[].role*", "contacts[].crew*", "crew_attributes{}.name",
                        "crew_attributes{}.type*", "crew_attributes{}.options[]", "columns[]", "windows[]",
                        "rules.severity{}", "rules.general_call"});
    CHECK(keys_of(Noun::event) == sorted(wanted));
}

TEST_CASE("an area has the keys of the design and no others") {
    Keys wanted = joined(joined(joined(every_record, site), safety), unavailable);
    wanted = joined(wanted, {"location", "timezone", "overlap", "collaborators[]", "contact"});
    CHECK(keys_of(Noun::area) == sorted(wanted));
}

TEST_CASE("a collaborator has the keys of the design and no others") {
    Keys wanted = joined(joined(every_record, rules), unavailable);
    wanted = joined(wanted, {"email", "phone", "contact", "crew_attributes{}.required",
                             "crew_attributes{}.crew_provided", "visibility", "overlap"});
    CHECK(keys_of(Noun::collaborator) == sorted(wanted));
}

TEST_CASE("a crew member has the keys of the design and no others") {
    Keys wanted = joined(joined(every_record, rules), unavailable);
    wanted = joined(wanted, {"collaborator*", "title", "role", "department", "email", "phone", "radio", "attributes{}",
                             "crew_attributes{}.required", "crew_attributes{}.crew_provided", "visibility", "overlap"});
    CHECK(keys_of(Noun::crew) == sorted(wanted));
    CHECK(find_field(fields_of(Noun::crew), "crew_attributes")->element->or_false);
    CHECK_FALSE(find_field(fields_of(Noun::collaborator), "crew_attributes")->element->or_false);
}

TEST_CASE("an activity has the keys of the design and no others") {
    const Keys wanted = joined(every_record, {"kind",
                                              "status",
                                              "start*",
                                              "end",
                                              "duration",
                                              "timezone",
                                              "global",
                                              "areas[]",
                                              "location",
                                              "organizers[]",
                                              "participants.required[]",
                                              "participants.optional[]",
                                              "needs[].count*",
                                              "needs[].role*",
                                              "needs[].collaborator",
                                              "busy",
                                              "fixed",
                                              "visibility",
                                              "uid",
                                              "continues",
                                              "repeat.every",
                                              "repeat.dates[]",
                                              "repeat.on[]",
                                              "repeat.week_start",
                                              "repeat.until",
                                              "repeat.count",
                                              "repeat.during",
                                              "repeat.skip[]",
                                              "repeat.changes{}.name",
                                              "repeat.changes{}.start",
                                              "repeat.changes{}.end",
                                              "repeat.changes{}.duration",
                                              "repeat.changes{}.location",
                                              "repeat.changes{}.areas[]",
                                              "repeat.changes{}.organizers[]",
                                              "repeat.changes{}.participants.required[]",
                                              "repeat.changes{}.participants.optional[]",
                                              "repeat.changes{}.status",
                                              "repeat.changes{}.description",
                                              "repeat.changes{}.notes",
                                              "segments[].name*",
                                              "segments[].duration",
                                              "segments[].start",
                                              "segments[].cue",
                                              "segments[].type",
                                              "segments[].who[]",
                                              "segments[].location",
                                              "segments[].color",
                                              "segments[].columns{}",
                                              "segments[].notes",
                                              "accept[].rule*",
                                              "accept[].with",
                                              "accept[].reason*",
                                              "accept[].by",
                                              "accept[].until"});
    CHECK(keys_of(Noun::activity) == sorted(wanted));
}

TEST_CASE("a time frame has the keys of the design and no others") {
    const Keys wanted = joined(every_record, {"start*", "end*", "areas[]", "participants[]", "global", "color"});
    CHECK(keys_of(Noun::timeframe) == sorted(wanted));
}

TEST_CASE("a view has the keys of the design and no others") {
    // Its tags are those that it selects.
    const Keys wanted =
        joined(every_record, {"event", "areas[]", "collaborators[]", "crew[]", "with_team", "match", "kinds[]",
                              "statuses[]", "roles[]", "text", "during", "audience", "as", "columns"});
    CHECK(keys_of(Noun::view) == sorted(wanted));
}

TEST_CASE("every field has a title and a help text that ends in a full stop") {
    const auto check = [](const auto& self, const Field& field) -> void {
        INFO(std::string(field.key));
        CHECK_FALSE(field.title.empty());
        CHECK(field.help.ends_with('.'));
        CHECK((field.type == Type::choice) == !field.choices.empty());
        CHECK((field.type == Type::record) == !field.fields.empty());
        CHECK((field.type == Type::list || field.type == Type::map) == (field.element != nullptr));
        if (field.type == Type::reference) CHECK(field.target != Target::none);
        if (field.element) self(self, *field.element);
        for (const Field& inner : field.fields) self(self, inner);
    };
    for (const Noun noun :
         {Noun::event, Noun::area, Noun::collaborator, Noun::crew, Noun::activity, Noun::timeframe, Noun::view})
        for (const Field& field : fields_of(noun)) check(check, field);
}

TEST_CASE("keys of one's own begin with x-") {
    CHECK(is_own_key("x-rider"));
    CHECK_FALSE(is_own_key("x-"));
    CHECK_FALSE(is_own_key("xrider"));
    CHECK_FALSE(is_own_key("rider"));
}

}  // namespace backops::event::tests
