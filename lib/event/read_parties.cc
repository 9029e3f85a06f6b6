#include "event/node_values.h"
#include "event/read.h"
#include "event/read_guarded.h"
#include "event/values.h"

namespace backops::event {
namespace {

using yaml::Node;

model::AttributeType attribute_type(const std::string& word) {
    using enum model::AttributeType;
    if (word == "select") return select;
    if (word == "date") return date;
    if (word == "datetime") return datetime;
    return word == "number" ? number : text;
}

std::vector<model::CrewAttribute> attributes_of(const Node& map) {
    std::vector<model::CrewAttribute> attributes;
    if (const Node* node = map.find("crew_attributes"))
        for (const yaml::Entry& entry : node->entries) {
            const std::string name = text_of(entry.value, "name");
            attributes.push_back({entry.key, name.empty() ? entry.key : name,
                                  attribute_type(text_of(entry.value, "type")), texts_of(entry.value, "options")});
        }
    return attributes;
}

std::vector<model::AttributeRule> attribute_rules_of(const Node& map) {
    std::vector<model::AttributeRule> rules;
    if (const Node* node = map.find("crew_attributes"))
        for (const yaml::Entry& entry : node->entries)
            rules.push_back({entry.key, flag_of(entry.value, "required"), flag_of(entry.value, "crew_provided"),
                             entry.value.kind == yaml::Kind::scalar});
    return rules;
}

}  // namespace

model::Event read_event(const RecordFile& file) {
    model::Event event;
    read_common(file, event);
    if (!file.tree) return event;
    const Node& root = *file.tree;
    event.format = number(text_of(root, "format")).value_or(1);
    event.uid = text_of(root, "uid");
    event.kind = text_of(root, "kind");
    event.timezone = text_of(root, "timezone");
    event.start = date_of(root, "start").value_or(time::Date{});
    event.end = date_of(root, "end").value_or(event.start);
    if (const auto clock = time::parse_clock(text_of(root, "day_start"))) event.day_start = *clock;
    event.default_collaborator = text_of(root, "default_collaborator");
    event.site = site_of(root);
    event.safety = safety_of(root);
    if (const Node* comms = root.find("comms")) {
        event.radio = pairs_of(*comms, "radio");
        event.wifi = text_of(*comms, "wifi");
    }
    for (const Node* contact : records_of(root, "contacts"))
        event.contacts.push_back({text_of(*contact, "role"), text_of(*contact, "crew")});
    event.crew_attributes = attributes_of(root);
    event.columns = texts_of(root, "columns");
    if (root.find("windows")) event.windows = texts_of(root, "windows");
    event.rules = rules_of(root);
    return event;
}

model::Area read_area(const RecordFile& file) {
    model::Area area;
    read_common(file, area);
    if (!file.tree) return area;
    const Node& root = *file.tree;
    area.location = text_of(root, "location");
    area.timezone = text_of(root, "timezone");
    area.site = site_of(root);
    area.safety = safety_of(root);
    area.overlap = overlap_of(root, area.overlap);
    area.collaborators = texts_of(root, "collaborators");
    area.contact = text_of(root, "contact");
    area.unavailable = unavailable_of(root);
    return area;
}

model::Collaborator read_collaborator(const RecordFile& file) {
    model::Collaborator collaborator;
    read_common(file, collaborator);
    collaborator.visibility = visibility_of(file);
    if (!file.tree) return collaborator;
    const Node& root = *file.tree;
    collaborator.email = text_of(root, "email");
    collaborator.phone = text_of(root, "phone");
    collaborator.contact = text_of(root, "contact");
    collaborator.crew_attributes = attribute_rules_of(root);
    collaborator.overlap = overlap_of(root, collaborator.overlap);
    collaborator.rules = rules_of(root);
    collaborator.unavailable = unavailable_of(root);
    return collaborator;
}

model::CrewMember read_crew(const RecordFile& file) {
    model::CrewMember member;
    read_common(file, member);
    member.visibility = visibility_of(file);
    if (!file.tree) return member;
    const Node& root = *file.tree;
    member.collaborator = text_of(root, "collaborator");
    member.title = text_of(root, "title");
    member.role = text_of(root, "role");
    member.department = text_of(root, "department");
    member.email = text_of(root, "email");
    member.phone = text_of(root, "phone");
    member.radio = text_of(root, "radio");
    member.attributes = pairs_of(root, "attributes");
    member.crew_attributes = attribute_rules_of(root);
    member.overlap = overlap_of(root, member.overlap);
    member.rules = rules_of(root);
    member.unavailable = unavailable_of(root);
    return member;
}

}  // namespace backops::event
