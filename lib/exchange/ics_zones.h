#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/ics_lines.h"
#include "time/zone.h"

namespace backops::exchange {

/// The IANA zone of what Windows calls one, such as `W. Europe Standard Time`; empty when it calls none so.
std::string_view zone_of_windows(std::string_view name);

/// Finds the zones that a calendar file names. Their rules are the zone database's; what a VTIMEZONE says of when
/// clocks change is not read.
class CalendarZones {
  public:
    /// `said`: pairs of a name in the file and the IANA zone that the user says it is.
    CalendarZones(const std::vector<CalendarComponent>& components,
                  const std::vector<std::pair<std::string, std::string>>& said);

    /// As the user said; else the IANA zone of that name, also with a path before it (`/mozilla.org/20070129_1/…`), in
    /// other letters (`europe/berlin`, `Europe_Berlin`), by Windows' name, or by the X-LIC-LOCATION of its VTIMEZONE.
    std::optional<time::Zone> find(const std::string& tzid);

  private:
    std::optional<time::Zone> found(const std::string& tzid);
    std::optional<time::Zone> in_other_letters(const std::string& tzid);

    std::unordered_map<std::string, std::optional<time::Zone>> known_;
    std::map<std::string, std::string> locations_;
    std::multimap<std::string, std::string> by_letters_;
};

}  // namespace backops::exchange
