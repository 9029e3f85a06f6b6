#include "check/clashes.h"

#include <algorithm>

namespace backops::check {

std::vector<Clash> clashes(const std::vector<schedule::Busy>& bookings) {
    std::vector<Clash> found;
    std::vector<const schedule::Busy*> running;
    for (const schedule::Busy& booking : bookings) {
        std::erase_if(running, [&](const schedule::Busy* other) { return other->time.until <= booking.time.from; });
        for (const schedule::Busy* other : running) {
            if (other->occurrence == booking.occurrence) continue;
            const schedule::Stretch shared{booking.time.from, std::min(other->time.until, booking.time.until)};
            found.push_back({other, &booking, shared});
            if (found.size() == most_clashes) return found;
        }
        running.push_back(&booking);
    }
    return found;
}

}  // namespace backops::check
