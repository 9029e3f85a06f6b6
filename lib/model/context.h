#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace backops::model {

/// A phase or restriction: context for a schedule, nobody is called to it. Dates are inclusive show days.
struct Timeframe : Record {
    TimeOrDate start;
    TimeOrDate end;
    std::vector<std::string> areas;
    std::vector<std::string> participants;
    bool global = false;
    std::string color;
};

/// A saved selection of a schedule; the texts are as the command line's options take them.
struct View : Record {
    bool event = false;
    std::vector<std::string> areas, collaborators, crew;
    bool with_team = false;
    bool match_all = false;
    std::vector<std::string> kinds, statuses, roles;  ///< its `tags` are those that it selects
    std::string text;
    std::string during;
    std::string audience;
    std::string as;
    std::string columns;
};

}  // namespace backops::model
