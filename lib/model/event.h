#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/record.h"
#include "time/date.h"

namespace backops::model {

enum class AttributeType : std::uint8_t { text, select, date, datetime, number };

/// Something that crew records may carry, such as a shirt size; declared once on the event.
struct CrewAttribute {
    std::string id;
    std::string name;
    AttributeType type = AttributeType::text;
    std::vector<std::string> options;  ///< of a select
};

struct Contact {
    std::string role;
    std::string crew;  ///< id
};

/// event.yaml; its id is empty.
struct Event : Record {
    int format = 1;
    std::string uid;
    std::string kind;
    std::string timezone;
    time::Date start;  ///< day 1
    time::Date end;    ///< the last day, inclusive
    std::int32_t day_start = 4 * 3600;
    std::string default_collaborator;
    Site site;
    Safety safety;
    std::vector<std::pair<std::string, std::string>> radio;  ///< channel and use
    std::string wifi;
    std::vector<Contact> contacts;
    std::vector<CrewAttribute> crew_attributes;
    std::vector<std::string> columns;
    std::vector<std::string> windows = {"load-in", "load-out", "changeover"};
    Rules rules;
};

}  // namespace backops::model
