#pragma once

#include "cmd/command_line.h"

/// Values that options of several commands take.
namespace backops::cmd::value {

inline constexpr Value area{"ID", "<area>"};
inline constexpr Value collaborator{"ID", "<collab>"};
inline constexpr Value person{"ID", "<crew>"};
inline constexpr Value party{"ID", "<collab> <crew>"};
inline constexpr Value contact{"CREW", "<crew>"};
inline constexpr Value timeframe{"TIMEFRAME", "<timeframe>"};
inline constexpr Value time{"TIME", "today tomorrow <timeframe>"};
inline constexpr Value day{"DAY", "today tomorrow mon tue wed thu fri sat sun"};
inline constexpr Value zone{"ZONE", "<zone>"};
inline constexpr Value kind{"KIND", "call meal travel show hold curfew"};
inline constexpr Value status{"STATUS", "confirmed tentative cancelled"};
inline constexpr Value role{"ROLE", "organizer required optional"};
inline constexpr Value audience{"WHO", "public crew private"};
inline constexpr Value overlap{"RULE", "allow warn forbid"};
inline constexpr Value match{"any|all", "any all"};
inline constexpr Value rule{"RULE", "<rule>"};
inline constexpr Value file{"FILE", "<file>"};
inline constexpr Value text_or_json{"FORMAT", "text json"};

}  // namespace backops::cmd::value
