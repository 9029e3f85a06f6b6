#pragma once

#include <array>

#include "event/read.h"
#include "event/record_file.h"

namespace backops::event::tests {

inline constexpr std::array all_nouns = {Noun::event,    Noun::area,      Noun::collaborator, Noun::crew,
                                         Noun::activity, Noun::timeframe, Noun::view};

/// Makes the record that the file means, and forgets it.
inline void read_model(const RecordFile& file) {
    switch (file.noun) {
        case Noun::event:
            return void(read_event(file));
        case Noun::area:
            return void(read_area(file));
        case Noun::collaborator:
            return void(read_collaborator(file));
        case Noun::crew:
            return void(read_crew(file));
        case Noun::activity:
            return void(read_activity(file));
        case Noun::timeframe:
            return void(read_timeframe(file));
        case Noun::view:
            return void(read_view(file));
    }
}

}  // namespace backops::event::tests
