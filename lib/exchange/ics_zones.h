#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/ics_file_zone.h"
#include "exchange/ics_lines.h"
#include "time/zone.h"

namespace backops::exchange {

/// The IANA zone of what Windows calls one, such as `W. Europe Standard Time`; empty when it calls none so.
std::string_view zone_of_windows(std::string_view name);
/// The IANA zone of the name under which Windows, Outlook and Exchange show one: `(UTC+01:00) Amsterdam, Berlin, Bern,
/// Rome, Stockholm, Vienna`; empty when they show none so.
std::string_view zone_of_display_name(std::string_view name);
/// All IANA zones that Windows has names for.
std::vector<std::string_view> windows_zones();

/// A time with the zone that its calendar file names.
struct ZonedTime {
    time::Zone zone;
    time::WallTime time;        ///< on the zone's clock
    bool is_placeless = false;  ///< the zone is UTC, a bare offset or of the file's own making: the clock of no place
    bool is_converted = false;  ///< no zone is like the file's, so that this is UTC
};

/// Finds the zones that a calendar file names. Their rules are the zone database's, but for zones that only a VTIMEZONE
/// of the file defines.
class CalendarZones {
  public:
    /// `said`: pairs of a name in the file and the IANA zone that the user says it is. `home`: the event's zone, which
    /// is preferred among those that are like one of the file's.
    CalendarZones(const std::vector<CalendarComponent>& components,
                  const std::vector<std::pair<std::string, std::string>>& said, time::Zone home);

    /// As the user said; else the IANA zone of that name, also with a path before it (`/mozilla.org/20070129_1/…`), in
    /// other letters (`europe/berlin`, `Europe_Berlin`), by Windows' names, by the X-LIC-LOCATION of its VTIMEZONE, or
    /// by the cities that it lists; else what its VTIMEZONE says.
    std::optional<ZonedTime> place(const std::string& tzid, time::WallTime time);

  private:
    struct Known {
        std::optional<time::Zone> zone;
        bool is_placeless = false;
        std::optional<FileZone> own;
    };
    const Known& known(const std::string& tzid, time::WallTime time);
    Known found(const std::string& tzid, time::WallTime time);
    std::optional<time::Zone> by_name(const std::string& tzid);
    std::optional<time::Zone> in_path(const std::string& tzid);
    std::optional<time::Zone> in_other_letters(const std::string& tzid);
    std::optional<time::Zone> by_cities(const std::string& tzid, int year);
    std::optional<time::Zone> like(const FileZone& own, int year) const;
    void read_names();

    time::Zone home_;
    std::unordered_map<std::string, Known> known_;
    std::map<std::string, std::string> locations_;
    std::map<std::string, const CalendarComponent*> definitions_;
    std::multimap<std::string, std::string> by_letters_, cities_;
    std::int64_t budget_;
};

}  // namespace backops::exchange
